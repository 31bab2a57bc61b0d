package dev.callautomation.simulator.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import io.vertx.core.Vertx;

/** The computer's clock. */
public final class SystemClock implements SimulatorClock {

    private final Vertx vertx;
    private final Set<Long> timers = new HashSet<>();
    private boolean closed;

    public SystemClock(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public synchronized void schedule(Duration delay, Runnable task) {
        if (!closed) {
            timers.add(vertx.setTimer(Math.max(1, delay.toMillis()), id -> {
                if (isDue(id)) {
                    task.run();
                }
            }));
        }
    }

    @Override
    public void advance(Duration by) {
        throw new UnsupportedOperationException(
                "Time is real here and passes by itself: start the simulator with virtual time to move it.");
    }

    @Override
    public synchronized void close() {
        closed = true;
        forget();
    }

    @Override
    public synchronized void forget() {
        timers.forEach(vertx::cancelTimer);
        timers.clear();
    }

    /** False for a timer that fired while it was being forgotten. */
    private synchronized boolean isDue(Long timer) {
        return timers.remove(timer);
    }
}
