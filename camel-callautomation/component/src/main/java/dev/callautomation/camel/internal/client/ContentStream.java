package dev.callautomation.camel.internal.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/**
 * The body of a response as a blocking stream. Buffers a bounded number of unread chunks; then the transfer pauses.
 */
final class ContentStream extends InputStream {

    /** Maximum number of unread buffers, of at most 64 KiB each. */
    private static final int WINDOW = 8;

    private final HttpClientResponse response;
    private final Long length;
    private final Duration deadline;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Buffer> buffers = new ArrayDeque<>();
    private int position;
    private int emptied;
    private long received;
    private boolean ended;
    private boolean closed;
    private Throwable failure;

    /**
     * @param response paused; owned by the stream from now on
     * @param length   the number of bytes to expect; {@code null} if unknown
     * @param deadline timeout of a read
     */
    ContentStream(HttpClientResponse response, Long length, Duration deadline) {
        this.response = response;
        this.length = length;
        this.deadline = deadline;
        response.exceptionHandler(this::fail);
        response.handler(this::add);
        response.endHandler(ignored -> end());
        response.fetch(WINDOW);
    }

    private void add(Buffer buffer) {
        change(() -> {
            received += buffer.length();
            if (!closed && buffer.length() > 0) {
                buffers.add(buffer);
            }
        });
    }

    private void end() {
        change(() -> ended = true);
    }

    private void fail(Throwable cause) {
        change(() -> failure = cause);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, target.length);
        if (count == 0) {
            return 0;
        }
        lock.lock();
        try {
            return awaitBytes() ? take(target, offset, count) : -1;
        } finally {
            lock.unlock();
        }
    }

    private int take(byte[] target, int offset, int count) {
        Buffer buffer = buffers.element();
        int taken = Math.min(count, buffer.length() - position);
        buffer.getBytes(position, position + taken, target, offset);
        position += taken;
        if (position == buffer.length()) {
            buffers.remove();
            position = 0;
            emptied++;
        }
        if (emptied >= WINDOW / 2) {
            response.fetch(emptied);
            emptied = 0;
        }
        return taken;
    }

    /** Whether there are bytes to read; {@code false} after a complete transfer. */
    private boolean awaitBytes() throws IOException {
        long nanos = deadline.toNanos();
        while (true) {
            if (closed) {
                throw new IOException("The download was closed after " + received + " bytes: its exchange is completed,"
                        + " or the component has stopped");
            }
            if (!buffers.isEmpty()) {
                return true;
            }
            if (failure != null) {
                throw new IOException("The download was interrupted" + progress(), failure);
            }
            if (ended) {
                if (length != null && received != length) {
                    throw new IOException("The download ended early" + progress());
                }
                return false;
            }
            if (Context.isOnEventLoopThread()) {
                // this thread would have to receive the bytes that it waits for
                throw new IOException("A download cannot be read on an event loop; read it on a worker thread");
            }
            if (nanos <= 0) {
                close();
                throw new IOException("The download stalled for " + deadline.toMillis() + " ms" + progress());
            }
            nanos = await(nanos);
        }
    }

    private long await(long nanos) throws InterruptedIOException {
        try {
            return changed.awaitNanos(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("Interrupted while reading a download");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private String progress() {
        return " after " + received + (length == null ? " bytes" : " of " + length + " bytes");
    }

    @Override
    public int available() {
        lock.lock();
        try {
            return closed || buffers.isEmpty() ? 0 : buffers.element().length() - position;
        } finally {
            lock.unlock();
        }
    }

    /** Releases the connection, even before the end. A blocked reader fails. */
    @Override
    public void close() {
        change(() -> {
            if (!closed) {
                closed = true;
                buffers.clear();
                if (!ended) {
                    response.request().reset();
                }
            }
        });
    }
}
