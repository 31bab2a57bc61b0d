package dev.callautomation.camel.internal.health;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats probes for as long as their health checks are invoked now and then. So a check reports a recent state at once,
 * however rarely it is invoked, and causes neither requests nor the work of a timer where it is not used.
 */
final class Probes {

    /** Time after the last invocation of a check for which its probe is repeated. */
    static final Duration USED = Duration.ofSeconds(60);

    static final Duration TICK = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(Probes.class);

    private final ScheduledExecutorService timer;
    private final Executor threads;
    private final BooleanSupplier enabled;
    private final LongSupplier nanoTime;
    private final List<Probe> probes = new CopyOnWriteArrayList<>();
    private boolean ticking;

    /**
     * @param timer    not shut down here
     * @param threads  runs each probe, one that blocks included, at once; not shut down here
     * @param enabled  whether the application has health checks at present
     * @param nanoTime a clock that is never set back, as {@link System#nanoTime()}
     */
    Probes(ScheduledExecutorService timer, Executor threads, BooleanSupplier enabled, LongSupplier nanoTime) {
        this.timer = timer;
        this.threads = threads;
        this.enabled = enabled;
        this.nanoTime = nanoTime;
    }

    /** @param attempt starts an attempt unless it is too early for one */
    Probe add(Runnable attempt) {
        Probe probe = new Probe(attempt);
        probes.add(probe);
        return probe;
    }

    private synchronized void schedule() {
        if (!ticking) {
            ticking = true;
            timer.schedule(this::tick, TICK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void tick() {
        ticking = false;
        List<Probe> used =
                enabled.getAsBoolean() ? probes.stream().filter(Probe::isUsed).toList() : List.of();
        if (!used.isEmpty()) {
            schedule();
            used.forEach(Probe::start);
        }
    }

    /** An attempt that is repeated. */
    final class Probe {

        private final Runnable attempt;
        private final AtomicBoolean running = new AtomicBoolean();
        private volatile boolean used;
        private volatile long invoked;

        private Probe(Runnable attempt) {
            this.attempt = attempt;
        }

        /** Its check is invoked, or may soon be. */
        void use() {
            if (!enabled.getAsBoolean()) {
                return;
            }
            invoked = nanoTime.getAsLong();
            used = true;
            try {
                schedule();
            } catch (RejectedExecutionException e) {
                LOG.debug("A health check was invoked after the component had stopped");
                return;
            }
            start();
        }

        /** It is not repeated any more. */
        void close() {
            used = false;
            probes.remove(this);
        }

        private boolean isUsed() {
            return used && nanoTime.getAsLong() - invoked < USED.toNanos();
        }

        /** Unless the last attempt still blocks its thread. */
        private void start() {
            if (running.compareAndSet(false, true)) {
                try {
                    threads.execute(this::run);
                } catch (RejectedExecutionException e) {
                    running.set(false);
                    LOG.debug("The component has stopped");
                }
            }
        }

        private void run() {
            try {
                attempt.run();
            } catch (RuntimeException e) {
                LOG.debug("A probe of a health check failed", e);
            } finally {
                running.set(false);
            }
        }
    }
}
