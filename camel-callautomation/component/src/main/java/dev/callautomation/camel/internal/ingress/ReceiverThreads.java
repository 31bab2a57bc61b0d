package dev.callautomation.camel.internal.ingress;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import dev.callautomation.camel.internal.support.BoundedExecutor;

/** The shares of receivers in a thread pool. */
final class ReceiverThreads {

    private final Executor pool;
    private final int limit;
    private final Map<EventReceiver, BoundedExecutor> shares = new ConcurrentHashMap<>();

    /**
     * @param pool  has a thread for each task, or rejects it
     * @param limit maximum number of threads for each receiver
     */
    ReceiverThreads(Executor pool, int limit) {
        this.pool = pool;
        this.limit = limit;
    }

    void add(EventReceiver receiver) {
        shares.put(receiver, new BoundedExecutor(pool, limit));
    }

    void remove(EventReceiver receiver) {
        shares.remove(receiver);
    }

    /** Whether tasks of the receiver wait for a thread. */
    boolean isBusy(EventReceiver receiver) {
        BoundedExecutor share = shares.get(receiver);
        return share != null && share.isBusy();
    }

    /**
     * As {@link BoundedExecutor#execute}.
     *
     * @param soon runs what asks for a thread; {@code null} if that is to be known when this returns
     */
    void execute(EventReceiver receiver, Runnable work, Runnable onRejection, Executor soon) {
        BoundedExecutor share = shares.get(receiver);
        if (share == null) {
            throw new RejectedExecutionException("The receiver was removed");
        }
        if (soon == null) {
            share.execute(work, onRejection);
        } else {
            share.execute(work, onRejection, soon);
        }
    }
}
