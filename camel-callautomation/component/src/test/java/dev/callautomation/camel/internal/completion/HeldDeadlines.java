package dev.callautomation.camel.internal.completion;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;

import static org.awaitility.Awaitility.await;

/**
 * Timers of a Camel context with which the deadlines of operations pass when the test says so, as the time that a request needs
 * on a busy machine is unknown. Other tasks run at their time.
 */
public final class HeldDeadlines extends DefaultThreadPoolFactory {

    private final Queue<Held> deadlines = new ConcurrentLinkedQueue<>();

    private record Held(Runnable deadline, Future<?> handle, ScheduledExecutorService timer) {}

    @Override
    public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory threads) {
        return new ScheduledThreadPoolExecutor(profile.getPoolSize(), threads) {

            @Override
            public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
                if (!(task instanceof Deadlines.Tick)) {
                    return super.schedule(task, delay, unit);
                }
                ScheduledFuture<?> handle = super.schedule(() -> {}, 1, TimeUnit.DAYS);
                deadlines.add(new Held(task, handle, this));
                return handle;
            }
        };
    }

    /** The deadlines that there are pass, and the first one if there is none yet. */
    public void pass() {
        await().until(() -> {
            deadlines.removeIf(held -> held.handle().isCancelled());
            return !deadlines.isEmpty();
        });
        for (Held held = deadlines.poll(); held != null; held = deadlines.poll()) {
            // not as it is, or it would be held again
            held.timer().execute(held.deadline()::run);
        }
    }
}
