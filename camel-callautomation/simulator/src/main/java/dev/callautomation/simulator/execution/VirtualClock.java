package dev.callautomation.simulator.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Time that stands still until it is moved, so that a test need not wait. */
public final class VirtualClock implements SimulatorClock {

    private record Task(Instant due, long number, Runnable work) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::number));
    private final Object advancing = new Object();
    private Instant now = Instant.now();
    private long scheduled;

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void schedule(Duration delay, Runnable task) {
        tasks.add(new Task(now.plus(delay), scheduled++, task));
    }

    /** Tasks scheduled meanwhile run too, when they become due within {@code by}. */
    @Override
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Time cannot be moved back: give a positive duration.");
        }
        synchronized (advancing) {
            Instant until = now().plus(by);
            for (Task task = next(until); task != null; task = next(until)) {
                task.work().run();
            }
        }
    }

    @Override
    public synchronized Optional<Instant> nextDue() {
        return Optional.ofNullable(tasks.peek()).map(Task::due);
    }

    @Override
    public synchronized void forget() {
        tasks.clear();
    }

    @Override
    public void close() {
        forget();
    }

    private synchronized Task next(Instant until) {
        Task task = tasks.peek();
        if (task == null || task.due().isAfter(until)) {
            now = until;
            return null;
        }
        now = task.due();
        return tasks.remove();
    }
}
