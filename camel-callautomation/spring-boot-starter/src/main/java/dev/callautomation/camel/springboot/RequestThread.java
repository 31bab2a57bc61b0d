package dev.callautomation.camel.springboot;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs what other threads do to a request on the thread of the container, one after another, while that is in the filter, and
 * on their own threads when it has left: the container does not expect calls from other threads before.
 */
final class RequestThread {

    private static final Runnable NONE = () -> {};
    private static final Runnable LEFT = () -> {};

    private final Thread thread = Thread.currentThread();
    private final AtomicReference<Runnable> next = new AtomicReference<>(NONE);

    /** Whether the caller is the thread of the container, in the filter. */
    boolean isCurrent() {
        return Thread.currentThread() == thread && next.get() != LEFT;
    }

    void execute(Runnable task) {
        while (true) {
            Runnable before = next.get();
            if (before == LEFT) {
                task.run();
                return;
            }
            if (next.compareAndSet(before, before == NONE ? task : inOrder(before, task))) {
                return;
            }
        }
    }

    private static Runnable inOrder(Runnable first, Runnable second) {
        return () -> {
            first.run();
            second.run();
        };
    }

    /**
     * Runs the tasks that there are until now. Called at the end of the filter.
     *
     * @param leaving is called when there is none left, possibly more than once
     */
    void leave(Runnable leaving) {
        do {
            for (Runnable task = next.getAndSet(NONE); task != NONE; task = next.getAndSet(NONE)) {
                task.run();
            }
            leaving.run();
        } while (!next.compareAndSet(NONE, LEFT));
    }
}
