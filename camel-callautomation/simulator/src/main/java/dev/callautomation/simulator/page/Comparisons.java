package dev.callautomation.simulator.page;

import io.vertx.core.Vertx;

/** Repeats a comparison on worker threads, one after another, while it is running. */
final class Comparisons {

    /** At most this part of a thread's time compares states, however many calls there are. */
    private static final long SHARE = 10;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Vertx vertx;
    private final long pauseMillis;
    private final Runnable comparison;
    private long run;
    private boolean running;
    private long timer;

    /**
     * A repetition that has not begun.
     *
     * @param comparison catches its own exceptions
     */
    Comparisons(Vertx vertx, long pauseMillis, Runnable comparison) {
        this.vertx = vertx;
        this.pauseMillis = pauseMillis;
        this.comparison = comparison;
    }

    synchronized void start() {
        if (!running) {
            running = true;
            run++;
            compareAfter(pauseMillis);
        }
    }

    /** A comparison that is being executed ends, and none follows it. */
    synchronized void stop() {
        if (running) {
            running = false;
            vertx.cancelTimer(timer);
        }
    }

    private void compareAfter(long millis) {
        long current = run;
        timer = vertx.setTimer(
                millis, any -> vertx.executeBlocking(this::compare, false).onComplete(took -> {
                    long millisTaken = took.succeeded() ? took.result() : 0;
                    continueAfter(current, Math.max(pauseMillis, millisTaken * SHARE));
                }));
    }

    /** A run that was stopped meanwhile does not continue, even when another one has been started. */
    private synchronized void continueAfter(long earlier, long millis) {
        if (running && run == earlier) {
            compareAfter(millis);
        }
    }

    /** Returns how long it took, in milliseconds. */
    private long compare() {
        long begin = System.nanoTime();
        comparison.run();
        return (System.nanoTime() - begin) / NANOS_PER_MILLI;
    }
}
