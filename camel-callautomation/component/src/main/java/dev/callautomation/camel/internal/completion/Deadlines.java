package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deadlines of many operations. Those that are due at about the same time share one task of the timer, which is canceled with
 * the last of them: a deadline takes 10 bytes instead of 100.
 */
final class Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    /** A deadline is postponed by this part of its delay at most, and no longer than the limit. */
    private static final int ACCURACY = 100;

    private static final long MAX_TICK_MILLIS = 100;

    private final ScheduledExecutorService timer;
    private final LongSupplier nanoTime;
    private final Map<Long, Tick> ticks = new ConcurrentHashMap<>();

    /** @param nanoTime as {@link System#nanoTime()} */
    Deadlines(ScheduledExecutorService timer, LongSupplier nanoTime) {
        this.timer = timer;
        this.nanoTime = nanoTime;
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    /**
     * Adds a deadline.
     *
     * @return                            the tick that it is due at, which calls {@link PendingOperation#due}
     * @throws RejectedExecutionException if the timer has stopped
     */
    Tick add(PendingOperation operation, Duration delay) {
        long now = TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong());
        long width = Math.max(1, Math.min(delay.toMillis() / ACCURACY, MAX_TICK_MILLIS));
        // rounded up
        long due = -Math.floorDiv(-(now + delay.toMillis()), width) * width;
        while (true) {
            Tick tick = ticks.computeIfAbsent(due, Tick::new);
            if (tick.add(operation, due - now)) {
                return tick;
            }
        }
    }

    /** A moment at which operations are due. Used once. */
    final class Tick implements Runnable {

        private final Long time;
        private final List<PendingOperation> operations = new ArrayList<>(1);
        private Future<?> task;
        private boolean over;

        private Tick(Long time) {
            this.time = time;
        }

        /** When it is due, as {@link System#nanoTime()}. */
        long nanoTime() {
            return TimeUnit.MILLISECONDS.toNanos(time);
        }

        private synchronized boolean add(PendingOperation operation, long delayMillis) {
            if (over) {
                return false;
            }
            if (task == null) {
                try {
                    task = timer.schedule(this, delayMillis, TimeUnit.MILLISECONDS);
                } catch (RejectedExecutionException e) {
                    end();
                    throw e;
                }
            }
            operation.slot = operations.size();
            operations.add(operation);
            return true;
        }

        /** The operation is not due any more. The last one takes its slot, so that none is searched. */
        synchronized void remove(PendingOperation operation) {
            if (over) {
                return;
            }
            PendingOperation last = operations.remove(operations.size() - 1);
            if (last != operation) {
                operations.set(operation.slot, last);
                last.slot = operation.slot;
            }
            if (operations.isEmpty()) {
                task.cancel(false);
                end();
            }
        }

        private void end() {
            over = true;
            ticks.remove(time, this);
        }

        @Override
        public void run() {
            synchronized (this) {
                if (over) {
                    return;
                }
                end();
            }
            // unchanged from here on
            operations.forEach(this::due);
        }

        private void due(PendingOperation operation) {
            try {
                operation.due(this);
            } catch (RuntimeException e) {
                // the others are due, too
                LOG.error("The deadline of callautomation:{} failed", operation.operation(), e);
            }
        }
    }
}
