package dev.callautomation.camel.internal.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.vertx.core.Future;
import io.vertx.core.Promise;

/** Time limit of an operation with all its requests and retries, which can be ended early. Thread-safe. */
public final class Deadline {

    private static final long MARGIN_MILLIS = 500;

    private final Duration limit;
    private final long end;
    private final Set<Runnable> listeners = new LinkedHashSet<>();
    private boolean expired;

    private Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** A deadline after a time from now on. */
    public static Deadline after(Duration limit) {
        return new Deadline(limit);
    }

    /** The whole time. */
    Duration limit() {
        return limit;
    }

    /** The time that is left; 0 or less after the deadline. */
    synchronized Duration remaining() {
        return expired ? Duration.ZERO : Duration.ofNanos(end - System.nanoTime());
    }

    /** Ends the requests in flight, and retries. */
    public void expire() {
        List<Runnable> told;
        synchronized (this) {
            expired = true;
            told = new ArrayList<>(listeners);
            listeners.clear();
        }
        told.forEach(Runnable::run);
    }

    /**
     * Fails a request after the deadline even if its event loop is blocked. The own timers of the request come first.
     *
     * @param discard receives a response that comes too late
     */
    public <T> Future<T> limit(Future<T> request, ScheduledExecutorService timer, Consumer<T> discard) {
        Promise<T> first = Promise.promise();
        Runnable expired = () -> first.tryFail(new TimeoutException("The operation timed out or was stopped"));
        ScheduledFuture<?> end = timer.schedule(
                this::expire, Math.max(0, remaining().toMillis()) + MARGIN_MILLIS, TimeUnit.MILLISECONDS);
        request.onComplete(result -> {
            end.cancel(false);
            remove(expired);
            if (result.failed()) {
                first.tryFail(result.cause());
            } else if (!first.tryComplete(result.result())) {
                discard.accept(result.result());
            }
        });
        if (!request.isComplete()) {
            onExpiry(expired);
        }
        return first.future();
    }

    /** Calls a listener when the deadline is ended early; at once if it has been. */
    void onExpiry(Runnable listener) {
        synchronized (this) {
            if (!expired) {
                listeners.add(listener);
                return;
            }
        }
        listener.run();
    }

    synchronized void remove(Runnable listener) {
        listeners.remove(listener);
    }
}
