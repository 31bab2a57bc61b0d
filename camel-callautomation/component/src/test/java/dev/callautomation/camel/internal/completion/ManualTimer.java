package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer whose time is moved by the test, and whose tasks run on the thread of the test. */
final class ManualTimer extends ScheduledThreadPoolExecutor {

    private final List<Task> tasks = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Task(Duration due, Runnable action, ScheduledFuture<?> handle) {}

    ManualTimer() {
        super(0);
    }

    /** The returned future can only be canceled. */
    @Override
    public ScheduledFuture<?> schedule(Runnable action, long delay, TimeUnit unit) {
        ScheduledFuture<?> handle = super.schedule(() -> {}, 1, TimeUnit.DAYS);
        tasks.add(new Task(now.plus(Duration.of(delay, unit.toChronoUnit())), action, handle));
        return handle;
    }

    /** As {@link System#nanoTime()}. */
    long nanoTime() {
        return now.toNanos();
    }

    /** Runs what becomes due, in the order of time, each at its time. */
    void advance(Duration by) {
        Duration end = now.plus(by);
        while (true) {
            Task next = tasks.stream()
                    .filter(task -> task.due().compareTo(end) <= 0)
                    .min((one, other) -> one.due().compareTo(other.due()))
                    .orElse(null);
            if (next == null) {
                now = end;
                return;
            }
            tasks.remove(next);
            now = next.due().compareTo(now) > 0 ? next.due() : now;
            if (!next.handle().isCancelled()) {
                next.action().run();
            }
        }
    }

    /** The number of tasks that are scheduled and not canceled. */
    long scheduled() {
        return tasks.stream().filter(task -> !task.handle().isCancelled()).count();
    }
}
