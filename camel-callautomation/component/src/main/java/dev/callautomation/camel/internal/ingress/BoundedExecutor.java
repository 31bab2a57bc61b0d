package dev.callautomation.camel.internal.ingress;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the tasks of one receiver on a thread pool that receivers share, in their order and a limited number at the same time:
 * tasks that hang occupy no threads of other receivers.
 */
final class BoundedExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedExecutor.class);

    private final Executor pool;
    private final int limit;
    private final Queue<Task> waiting = new ArrayDeque<>();
    private int threads;

    private record Task(Runnable work, Runnable onRejection) {}

    /**
     * @param pool  has a thread for each task, or rejects it
     * @param limit maximum number of threads
     */
    BoundedExecutor(Executor pool, int limit) {
        this.pool = pool;
        this.limit = limit;
    }

    /**
     * @param  onRejection                called instead of the work if no thread is left to run it after it was accepted
     * @throws RejectedExecutionException if no thread takes it, or an error if the operating system has no more threads
     */
    void execute(Runnable work, Runnable onRejection) {
        synchronized (this) {
            if (threads == limit) {
                waiting.add(new Task(work, onRejection));
                return;
            }
            threads++;
        }
        boolean taken = false;
        try {
            pool.execute(() -> runAll(work));
            taken = true;
        } finally {
            if (!taken) {
                rejected().forEach(task -> run(task.onRejection()));
            }
        }
    }

    /** Those that waited for a thread, unless another one is left to run them. */
    private synchronized List<Task> rejected() {
        threads--;
        if (threads > 0) {
            return List.of();
        }
        List<Task> rejected = List.copyOf(waiting);
        waiting.clear();
        return rejected;
    }

    private void runAll(Runnable first) {
        Runnable work = first;
        while (work != null) {
            run(work);
            work = next();
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (Throwable e) {
            // those that wait for this thread must not depend on it
            LOG.error("A task failed", e);
        }
    }

    private synchronized Runnable next() {
        Task next = waiting.poll();
        if (next == null) {
            threads--;
            return null;
        }
        return next.work();
    }
}
