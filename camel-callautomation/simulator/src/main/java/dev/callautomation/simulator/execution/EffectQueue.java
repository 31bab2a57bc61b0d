package dev.callautomation.simulator.execution;

import io.vertx.core.Future;
import io.vertx.core.Promise;

/** Runs one call's effects in order; a batch waits for its gate, usually a response being written. */
final class EffectQueue {

    private Future<Void> tail = Future.succeededFuture();
    private volatile boolean closed;

    synchronized void add(Future<Void> gate, Runnable batch) {
        Promise<Void> done = Promise.promise();
        Future<Void> before = tail;
        tail = done.future();
        before.onComplete(ready -> gate.onComplete(open -> {
            try {
                if (!closed) {
                    batch.run();
                }
            } finally {
                done.complete();
            }
        }));
    }

    /** Drops what still waits. */
    void close() {
        closed = true;
    }
}
