package dev.callautomation.simulator.streaming;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.WebSocket;

import dev.callautomation.simulator.wire.Json;

/** Sends frames. What a slow receiver leaves lying is bounded: beyond that, frames are left out, as in a live call. */
final class FrameSender {

    /** Bytes that may wait for the receiver: some 20 seconds of sound. */
    private static final int WAITING = 1024 * 1024;

    private final WebSocket socket;
    private final Runnable overflow;
    private final AtomicBoolean overflowed = new AtomicBoolean();

    /**
     * Puts an frameSender on a connection.
     *
     * @param overflow hears once when frames have to be left out
     */
    FrameSender(WebSocket socket, Runnable overflow) {
        this.socket = socket.setWriteQueueMaxSize(WAITING);
        this.overflow = overflow;
    }

    void send(ObjectNode frame) {
        if (socket.isClosed()) {
            return;
        }
        if (!socket.writeQueueFull()) {
            socket.writeTextMessage(new String(Json.writePlain(frame), StandardCharsets.UTF_8));
        } else if (overflowed.compareAndSet(false, true)) {
            overflow.run();
        }
    }
}
