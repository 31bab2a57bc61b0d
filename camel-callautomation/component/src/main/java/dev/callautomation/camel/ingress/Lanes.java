package dev.callautomation.camel.ingress;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs the tasks of one key one after another, in the order they came, and those of different keys side by side. A task
 * that waits for something holds its key, but no thread.
 *
 * @param <K> what tasks have in common
 */
final class Lanes<K> {

    private final Executor executor;
    private final Map<K, Queue<Task>> waiting = new HashMap<>();

    Lanes(Executor executor) {
        this.executor = executor;
    }

    /**
     * Runs a task when it is its turn.
     *
     * @throws RejectedExecutionException if no thread takes it; it does not run then
     */
    void enter(K key, Task task) {
        synchronized (waiting) {
            Queue<Task> before = waiting.get(key);
            if (before != null) {
                before.add(task);
                return;
            }
            waiting.put(key, new ArrayDeque<>());
        }
        try {
            start(key, task);
        } catch (RejectedExecutionException e) {
            next(key);
            throw e;
        }
    }

    private void start(K key, Task task) {
        executor.execute(() -> task.run(() -> next(key)));
    }

    private void next(K key) {
        Task task = take(key);
        while (task != null) {
            try {
                start(key, task);
                return;
            } catch (RejectedExecutionException e) {
                task.refused();
                task = take(key);
            }
        }
    }

    private Task take(K key) {
        synchronized (waiting) {
            Task task = waiting.get(key).poll();
            if (task == null) {
                waiting.remove(key);
            }
            return task;
        }
    }

    /** Something to do in its turn. */
    interface Task {

        /**
         * @param done to be called once, when the next may run
         */
        void run(Runnable done);

        /** No thread takes it any more, and it will not run. */
        void refused();
    }
}
