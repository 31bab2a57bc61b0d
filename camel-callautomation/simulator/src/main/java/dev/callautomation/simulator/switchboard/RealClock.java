package dev.callautomation.simulator.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.vertx.core.Vertx;

/** The computer's clock. */
public final class RealClock implements SimulatorClock {

    private final Vertx vertx;
    private final Set<Long> timers = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public RealClock(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        if (closed) {
            return;
        }
        timers.add(vertx.setTimer(Math.max(1, delay.toMillis()), id -> {
            timers.remove(id);
            task.run();
        }));
    }

    @Override
    public void advance(Duration by) {
        throw new UnsupportedOperationException(
                "Time is real here and passes by itself: start the simulator with virtual time to move it.");
    }

    @Override
    public void close() {
        closed = true;
        forget();
    }

    @Override
    public void forget() {
        timers.forEach(vertx::cancelTimer);
        timers.clear();
    }
}
