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
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/**
 * The body of a response as a blocking stream. Buffers a bounded number of unread chunks; then the transfer pauses.
 */
final class ContentStream extends InputStream {

    /** Maximum number of unread buffers, of at most 64 KiB each. */
    private static final int WINDOW = 8;

    /** Number of bytes that have to arrive in the time that a read may wait. */
    private static final int MINIMUM_BYTES = 64 * 1024;

    private final HttpClientResponse response;
    private final Long length;
    private final Duration timeout;
    private final Runnable released;
    private final Context context = Vertx.currentContext();
    private final Promise<Boolean> begun = Promise.promise();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Buffer> buffers = new ArrayDeque<>();
    private int position;
    private int emptied;
    private long received;
    private long waited;
    private long receivedBeforeWait;
    private boolean ended;
    private boolean closed;
    private Throwable failure;

    /**
     * Created on the event loop of the response.
     *
     * @param response paused; owned by the stream from now on
     * @param length   the number of bytes to expect; {@code null} if unknown
     * @param timeout  the time that reads may wait without the arrival of 64 KiB
     * @param released called when the connection is no longer used
     */
    ContentStream(HttpClientResponse response, Long length, Duration timeout, Runnable released) {
        this.response = response;
        this.length = length;
        this.timeout = timeout;
        this.released = released;
        response.exceptionHandler(this::fail);
        response.handler(this::add);
        response.endHandler(ignored -> end());
        response.fetch(WINDOW);
    }

    /** Whether there are bytes, when this is known. */
    Future<Boolean> begun() {
        return begun.future();
    }

    private void add(Buffer buffer) {
        change(() -> {
            received += buffer.length();
            if (!closed && buffer.length() > 0) {
                buffers.add(buffer);
            }
        });
        if (buffer.length() > 0) {
            begun.tryComplete(true);
        }
    }

    private void end() {
        change(() -> ended = true);
        released.run();
        begun.tryComplete(false);
    }

    private void fail(Throwable cause) {
        change(() -> failure = cause);
        released.run();
        begun.tryFail(cause);
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
            if (received - receivedBeforeWait >= MINIMUM_BYTES) {
                receivedBeforeWait = received;
                waited = 0;
            }
            if (waited >= timeout.toNanos()) {
                close();
                throw new IOException("The download stalled for " + timeout.toMillis() + " ms" + progress()
                        + "; fewer than " + MINIMUM_BYTES + " bytes have arrived in that time");
            }
            await();
        }
    }

    /** Only the time that readers wait counts, not the time that they take between reads. */
    private void await() throws InterruptedIOException {
        long before = System.nanoTime();
        try {
            changed.awaitNanos(timeout.toNanos() - waited);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("Interrupted while reading a download");
            interrupted.initCause(e);
            throw interrupted;
        } finally {
            waited += System.nanoTime() - before;
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

    private void discard() {
        lock.lock();
        try {
            if (ended || failure != null) {
                return;
            }
        } finally {
            lock.unlock();
        }
        Responses.discard(response);
    }

    /** Releases the connection, even before the end. A blocked reader fails. */
    @Override
    public void close() {
        change(() -> {
            if (!closed) {
                closed = true;
                buffers.clear();
                context.runOnContext(ignored -> discard());
            }
        });
        released.run();
    }
}
