package dev.callautomation.camel.internal.support;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks on a thread pool that others may share, in their order and a limited number at the same time: tasks that hang
 * occupy no threads of others.
 *
 * <p>Waking a thread costs more than many tasks take. So one thread is woken at a time, which wakes the next one before it
 * runs its first task if there are more: tasks that arrive meanwhile wake none. An event loop wakes it when it has read all
 * that has arrived: that takes a third of the CPU of an event less than waking it for the first.
 */
public final class BoundedExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedExecutor.class);

    private static final int ATTEMPTS = 10;

    /** The number of tasks for which a thread is woken at once: those that an event loop processes in less than a millisecond. */
    private static final int BATCH = 16;

    private static final Executor DELAYED = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Runnable::run);

    private final Executor pool;
    private final int limit;
    private final Executor delayed;
    private final Runnable thread = this::runAll;
    private final Queue<Task> waiting = new ArrayDeque<>();
    private int threads;
    /** Whether one of the threads has been asked of the pool, and has not taken a task yet. */
    private boolean starting;

    private record Task(Runnable work, Runnable onRejection) {}

    /**
     * @param pool  has a thread for each task, or rejects it
     * @param limit maximum number of threads
     */
    public BoundedExecutor(Executor pool, int limit) {
        this(pool, limit, DELAYED);
    }

    /** @param delayed runs what is to be tried again */
    BoundedExecutor(Executor pool, int limit, Executor delayed) {
        this.pool = pool;
        this.limit = limit;
        this.delayed = delayed;
    }

    /**
     * @param  onRejection                called instead of the work if no thread is left to run it after it was accepted
     * @throws RejectedExecutionException if no thread takes it, or an error if the operating system has no more threads
     */
    public void execute(Runnable work, Runnable onRejection) {
        Task task = new Task(work, onRejection);
        if (!add(task)) {
            return;
        }
        try {
            pool.execute(thread);
        } catch (Throwable e) {
            // a thread that is running may have taken it already
            if (withdraw(task)) {
                throw e;
            }
        }
    }

    /**
     * As the other, but never throws: what follows the task may depend on it, as the response to a delivery does. If there is no
     * thread, it is tried again for a while.
     *
     * @param soon runs what asks for a thread, when the event loop has read again; it is asked again as long as there are more
     *             tasks each time
     */
    public void execute(Runnable work, Runnable onRejection, Executor soon) {
        if (add(new Task(work, onRejection))) {
            startSoon(soon, 1);
        }
    }

    private void startSoon(Executor soon, int known) {
        try {
            soon.execute(() -> startUnlessTaken(soon, known));
        } catch (Throwable e) {
            // an event loop that is being shut down takes no more tasks
            LOG.debug("A thread is asked for at once", e);
            start(ATTEMPTS);
        }
    }

    /** @param known the number of tasks before the event loop read again */
    private void startUnlessTaken(Executor soon, int known) {
        int size;
        synchronized (this) {
            size = waiting.size();
            if (size == 0) {
                // a thread that was running has taken them
                giveUpStart();
                return;
            }
        }
        if (size > known && size < BATCH) {
            startSoon(soon, size);
        } else {
            start(ATTEMPTS);
        }
    }

    private void start(int attempts) {
        try {
            pool.execute(thread);
        } catch (RejectedExecutionException e) {
            LOG.debug("The thread pool has stopped", e);
            withdraw(null);
        } catch (Throwable e) {
            LOG.debug("No thread for tasks", e);
            if (attempts > 1) {
                delayed.execute(() -> start(attempts - 1));
            } else {
                withdraw(null);
            }
        }
    }

    /** Says whether the caller is to ask the pool for a thread. */
    private synchronized boolean add(Task task) {
        waiting.add(task);
        return mayStart();
    }

    /** Whether there are tasks that wait for a thread. */
    public synchronized boolean isBusy() {
        return !waiting.isEmpty();
    }

    /** Whether the caller is to ask the pool for a thread. */
    private boolean mayStart() {
        if (starting || threads == limit || waiting.isEmpty()) {
            return false;
        }
        starting = true;
        threads++;
        return true;
    }

    private boolean withdraw(Task task) {
        boolean withdrawn;
        List<Task> rejected = List.of();
        synchronized (this) {
            giveUpStart();
            withdrawn = waiting.remove(task);
            if (threads == 0) {
                // no other thread is left to run those that came meanwhile
                rejected = List.copyOf(waiting);
                waiting.clear();
            }
        }
        rejected.forEach(other -> run(other.onRejection()));
        return withdrawn;
    }

    private void runAll() {
        Task task = first();
        while (task != null) {
            run(task.work());
            task = next();
        }
    }

    private Task first() {
        Task task;
        boolean more;
        synchronized (this) {
            starting = false;
            task = next();
            more = task != null && mayStart();
        }
        if (more) {
            startAnother();
        }
        return task;
    }

    private void startAnother() {
        try {
            pool.execute(thread);
        } catch (Throwable e) {
            // this thread goes on with the tasks
            LOG.debug("No further thread for the tasks", e);
            giveUpStart();
        }
    }

    /** The thread that was to start does not. */
    private synchronized void giveUpStart() {
        starting = false;
        threads--;
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (Throwable e) {
            // those that wait for this thread must not depend on it
            LOG.error("A task failed", e);
        }
    }

    private synchronized Task next() {
        Task next = waiting.poll();
        if (next == null) {
            threads--;
        }
        return next;
    }
}
