package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;

import dev.callautomation.camel.internal.ingress.BodyReceiver;

/** The body of a request, which is passed on as it arrives, and discarded after the response. */
final class RequestBody implements ReadListener {

    private static final int CHUNK = 8 * 1024;

    /** Length of a body that is read by the thread of the container, as far as it has arrived. */
    private static final int LONGEST_AVAILABLE = 64 * 1024;

    /** How much is discarded. A peer that sends more is not read from until its connection is closed. */
    private static final int DISCARDED = 256 * 1024;

    private final ServletInputStream input;
    private final ContainerConnection connection;
    private final long length;
    private final Runnable onEnd;
    private final Runnable onError;
    private final boolean continueExpected;
    private final AtomicBoolean listening = new AtomicBoolean();
    private volatile BodyReceiver receiver;
    private volatile boolean ended;
    private volatile boolean discarding;
    private int discarded;

    RequestBody(HttpServletRequest request, ContainerConnection connection, Runnable onEnd, Runnable onError)
            throws IOException {
        this.input = request.getInputStream();
        this.connection = connection;
        this.length = request.getContentLengthLong();
        this.onEnd = onEnd;
        this.onError = onError;
        this.continueExpected = "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
        this.ended = isEmpty(request);
    }

    private static boolean isEmpty(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length == 0
                || length < 0
                        && request.getHeader("Transfer-Encoding") == null
                        && request.getProtocol().startsWith("HTTP/1");
    }

    /** Whether the peer waits for the interim response 100 before it sends the body. */
    boolean continueExpected() {
        return continueExpected && !ended;
    }

    boolean ended() {
        return ended;
    }

    /**
     * Reads what has arrived, without waiting for more. Says whether that was all; if not, {@link #read} goes on when the
     * request is asynchronous.
     */
    boolean readAvailable(BodyReceiver to) throws IOException {
        receiver = to;
        if (ended) {
            to.end();
            return true;
        }
        // the end of a chunked body is not known without reading beyond it, which may wait
        if (length < 0 || length > LONGEST_AVAILABLE || continueExpected || !connection.hasInput(input)) {
            return false;
        }
        byte[] bytes = new byte[(int) length];
        int size = 0;
        while (size < bytes.length && connection.hasInput(input)) {
            int more = input.read(bytes, size, bytes.length - size);
            if (more < 0) {
                break;
            }
            size += more;
        }
        ended = size == bytes.length;
        if (ended) {
            to.whole(bytes);
        } else {
            to.data(ByteBuffer.wrap(bytes, 0, size));
        }
        return ended;
    }

    /** The request is asynchronous. */
    void read(BodyReceiver to) {
        receiver = to;
        if (ended || input.isFinished()) {
            ended = true;
            to.end();
        } else {
            listen();
        }
    }

    /** Says whether the rest is discarded from now on. A peer that waits for the response 100 sends none. */
    boolean discard() {
        discarding = true;
        if (listening.get() || input.isFinished()) {
            return !ended && !input.isFinished();
        }
        if (continueExpected) {
            return false;
        }
        listen();
        return true;
    }

    private void listen() {
        if (listening.compareAndSet(false, true)) {
            try {
                input.setReadListener(this);
            } catch (IllegalStateException e) {
                // the connection has gone
                onError.run();
            }
        }
    }

    /** No more of it arrives. */
    void abort() {
        BodyReceiver to = receiver;
        if (to != null && !ended) {
            to.aborted();
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] chunk = new byte[length < 0 ? CHUNK : (int) Math.min(CHUNK, length)];
        while (discarded < DISCARDED && input.isReady() && !input.isFinished()) {
            int size = input.read(chunk);
            if (size < 0) {
                return;
            }
            BodyReceiver to = receiver;
            if (discarding || to == null) {
                discarded += size;
            } else {
                to.data(ByteBuffer.wrap(chunk, 0, size));
            }
        }
    }

    @Override
    public void onAllDataRead() {
        ended = true;
        BodyReceiver to = receiver;
        if (to != null) {
            to.end();
        }
        onEnd.run();
    }

    @Override
    public void onError(Throwable failure) {
        onError.run();
    }
}
