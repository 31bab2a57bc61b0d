package dev.callautomation.camel.internal.security;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;

/** Collects an answer, limited in size and time. Used on one event loop. */
final class BoundedBody implements WriteStream<Buffer> {

    private final Buffer received = Buffer.buffer();
    private final int limit;
    private final long deadline;

    /**
     * @param limit    maximum size of the answer, in bytes
     * @param deadline end of the time limit, on the clock of {@link System#nanoTime()}
     */
    BoundedBody(int limit, long deadline) {
        this.limit = limit;
        this.deadline = deadline;
    }

    String text() {
        return received.toString();
    }

    @Override
    public Future<Void> write(Buffer data) {
        if (received.length() + data.length() > limit) {
            return Future.failedFuture(
                    new TokenRejectedException("the answer has more than " + limit + " bytes", null));
        }
        if (System.nanoTime() - deadline > 0) {
            return Future.failedFuture(new TokenRejectedException("the answer takes too long", null));
        }
        received.appendBuffer(data);
        return Future.succeededFuture();
    }

    @Override
    public void write(Buffer data, Handler<AsyncResult<Void>> handler) {
        write(data).onComplete(handler);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> handler) {
        Future<Void> done = Future.succeededFuture();
        if (handler != null) {
            done.onComplete(handler);
        }
    }

    @Override
    public BoundedBody exceptionHandler(Handler<Throwable> handler) {
        return this;
    }

    @Override
    public BoundedBody setWriteQueueMaxSize(int maxSize) {
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public BoundedBody drainHandler(Handler<Void> handler) {
        return this;
    }
}
