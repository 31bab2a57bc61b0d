package dev.callautomation.simulator.streaming;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;

import io.vertx.core.http.WebSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.engine.sound.SoundEvent;
import dev.callautomation.simulator.engine.stream.StreamSetup;
import dev.callautomation.simulator.wire.Json;

/** Connection of a stream from the request to its end. Thread-safe. */
final class StreamConnection {

    private static final Logger LOG = LoggerFactory.getLogger(StreamConnection.class);

    private final String legId;
    private final Consumer<StreamConnection> interrupted;
    private WebSocket socket;
    private StreamFeed feed;
    private boolean closed;

    /**
     * A connection that is being made.
     *
     * @param interrupted hears when the other side ends it
     */
    StreamConnection(String legId, Consumer<StreamConnection> interrupted) {
        this.legId = legId;
        this.interrupted = interrupted;
    }

    String legId() {
        return legId;
    }

    /** The connection was made; false when it is no longer needed. */
    synchronized boolean open(WebSocket opened, Function<WebSocket, StreamFeed> feeds) {
        if (closed) {
            opened.close();
            return false;
        }
        socket = opened;
        feed = feeds.apply(opened);
        opened.textMessageHandler(this::received);
        opened.exceptionHandler(e -> LOG.debug("Connection of a stream failed: {}", e.getMessage()));
        opened.closeHandler(gone -> lost());
        feed.begin();
        return true;
    }

    synchronized void hears(SoundEvent soundEvent) {
        if (feed != null && !closed) {
            feed.hears(soundEvent);
        }
    }

    synchronized void changed(StreamSetup setup) {
        if (feed != null && !closed) {
            feed.changed(setup);
        }
    }

    /** Ends it from this side. */
    synchronized void close() {
        if (!closed) {
            closed = true;
            if (feed != null) {
                feed.end();
                socket.close();
            }
        }
    }

    private void lost() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            feed.end();
        }
        interrupted.accept(this);
    }

    private void received(String text) {
        try {
            feed().received(Json.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            LOG.warn("A frame that is not JSON came through a stream and is left out");
        }
    }

    private synchronized StreamFeed feed() {
        return feed;
    }
}
