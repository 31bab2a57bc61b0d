package dev.callautomation.camel;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.RouteController;

/** Stops and starts, or suspends and resumes, one route after another, again and again until it is closed. */
final class RouteRestarts implements AutoCloseable {

    private static final long PAUSE_MILLIS = 2_000;

    /**
     * The pause is as many times as long as the outage before it, which on a busy machine takes as long as the exchanges in
     * flight. So one of the attempts of the service, which gives up after 20 seconds, finds all routes running.
     */
    private static final long OUTAGES_PER_PAUSE = 20;

    private static final long OUTAGE_MILLIS = 100;

    private final RouteController routes;
    private final Random dice = new Random(12);
    private final AtomicInteger number = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile List<String> ids;
    private volatile boolean closed;

    /** When the next outage may begin, as {@link System#nanoTime()}. */
    private volatile long next = System.nanoTime();

    private interface Step {
        void run() throws Exception;
    }

    RouteRestarts(CamelContext context, List<String> ids) {
        this.routes = context.getRouteController();
        this.ids = ids;
        after(0, this::begin);
    }

    /** These, from now on. */
    void routes(List<String> others) {
        ids = others;
    }

    int number() {
        return number.get();
    }

    private void after(long millis, Step step) {
        timer.schedule(
                () -> {
                    try {
                        step.run();
                    } catch (Exception | Error e) {
                        end.completeExceptionally(e);
                    }
                },
                millis,
                TimeUnit.MILLISECONDS);
    }

    private void begin() throws Exception {
        if (closed) {
            end.complete(null);
            return;
        }
        if (System.nanoTime() - next < 0) {
            after(OUTAGE_MILLIS, this::begin);
            return;
        }
        String id = ids.get(dice.nextInt(ids.size()));
        long begin = System.nanoTime();
        if (dice.nextBoolean()) {
            routes.stopRoute(id);
            after(OUTAGE_MILLIS, () -> finish(begin, () -> routes.startRoute(id)));
        } else {
            routes.suspendRoute(id);
            after(OUTAGE_MILLIS, () -> finish(begin, () -> routes.resumeRoute(id)));
        }
    }

    private void finish(long begin, Step start) throws Exception {
        start.run();
        number.incrementAndGet();
        long now = System.nanoTime();
        next = now + OUTAGES_PER_PAUSE * (now - begin);
        after(closed ? 0 : PAUSE_MILLIS, this::begin);
    }

    /** When it returns, all routes run. */
    @Override
    public void close() {
        closed = true;
        try {
            end.orTimeout(1, TimeUnit.MINUTES).join();
        } finally {
            timer.shutdownNow();
        }
    }
}
