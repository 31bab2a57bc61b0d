package dev.callautomation.camel.internal.client;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.impl.WebClientInternal;
import org.jspecify.annotations.Nullable;

/**
 * Sends HTTP requests within time limits. Vert.x itself limits only how long a server sends nothing at all; these limits cover
 * the connection, the head and the body, however slowly they come. What exceeds them is aborted, so that its connection leaves
 * the pool.
 */
public final class HttpTransport {

    private final Vertx vertx;
    private final EventLoops loops;
    private final AtomicInteger inFlight = new AtomicInteger();

    private HttpTransport(
            Vertx vertx, Supplier<HttpExchange> exchanges, @Nullable Supplier<HttpExchange> spareExchanges) {
        this.vertx = vertx;
        this.loops = new EventLoops(vertx, exchanges, spareExchanges);
    }

    /**
     * Requests with the connections of pools, which are not closed here.
     *
     * @param spare serves requests while a route blocks the event loop of the other
     */
    public static HttpTransport of(Vertx vertx, ConnectionPool pool, ConnectionPool spare) {
        return new HttpTransport(vertx, () -> new DirectExchange(vertx, pool), () -> new DirectExchange(vertx, spare));
    }

    /**
     * Requests through a web client, which is not closed here.
     *
     * @throws IllegalArgumentException if it is not one of Vert.x
     */
    public static HttpTransport of(Vertx vertx, WebClient webClient) {
        if (!(webClient instanceof WebClientInternal client)) {
            throw new IllegalArgumentException(
                    "The option webClient must be created by WebClient of Vert.x, but it is a "
                            + webClient.getClass().getName());
        }
        return new HttpTransport(vertx, () -> new WebClientExchange(client), null);
    }

    /** The number of requests, with their retries, and of downloads in flight. */
    public int inFlight() {
        return inFlight.get();
    }

    /** Counts a request or download. Returns what is called at its end. */
    Runnable use() {
        inFlight.incrementAndGet();
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                inFlight.decrementAndGet();
            }
        };
    }

    /**
     * Runs an attempt of an operation on an event loop; at once if the current thread is that of the loop, and nothing on it
     * may wait for the operation.
     *
     * @param limit    of the attempt
     * @param deadline of the operation
     * @param attempt  sends requests and reads their responses. A failure aborts them
     */
    <T> Future<T> within(Duration limit, Deadline deadline, Function<TimedRequests, Future<T>> attempt) {
        Promise<T> result = Promise.promise();
        loops.send(lane -> run(lane, limit, deadline, attempt, result));
        return result.future();
    }

    /**
     * The same on an event loop that is given.
     *
     * @param lane event loop and connections
     */
    <T> Future<T> within(
            EventLoops.Lane lane, Duration limit, Deadline deadline, Function<TimedRequests, Future<T>> attempt) {
        Promise<T> result = Promise.promise();
        run(lane, limit, deadline, attempt, result);
        return result.future();
    }

    private <T> void run(
            EventLoops.Lane lane,
            Duration limit,
            Deadline deadline,
            Function<TimedRequests, Future<T>> attempt,
            Promise<T> result) {
        try {
            EventLoops.run(lane.context(), own -> start(own, lane.exchanges(), limit, deadline, attempt, result));
        } catch (RejectedExecutionException e) {
            result.fail(e);
        }
    }

    private <T> void start(
            Context context,
            Supplier<HttpExchange> exchanges,
            Duration limit,
            Deadline deadline,
            Function<TimedRequests, Future<T>> attempt,
            Promise<T> result) {
        Duration remaining = deadline.remaining();
        boolean last = remaining.compareTo(limit) < 0;
        Duration time = last ? remaining : limit;
        TimedRequests requests = new TimedRequests(context, exchanges, time);
        Promise<T> outcome = Promise.promise();
        long timer = vertx.setTimer(
                Math.max(1, time.toMillis()),
                id -> outcome.tryFail(timeout(requests, last ? deadline.limit() : limit)));
        Runnable expired = () -> context.runOnContext(
                ignored -> outcome.tryFail(new TimeoutException("The operation timed out or was stopped")));
        outcome.future().onComplete(done -> {
            vertx.cancelTimer(timer);
            deadline.remove(expired);
            try {
                if (done.failed()) {
                    requests.abort();
                }
            } finally {
                result.handle(done);
            }
        });
        deadline.onExpiry(expired);
        Future<T> response;
        try {
            response = attempt.apply(requests);
        } catch (RuntimeException | Error e) {
            outcome.tryFail(e);
            return;
        }
        response.onComplete(done -> {
            if (done.succeeded()) {
                outcome.tryComplete(done.result());
            } else {
                outcome.tryFail(done.cause());
            }
        });
    }

    /** The event loops of the requests. */
    public EventLoops loops() {
        return loops;
    }

    private static TimeoutException timeout(TimedRequests requests, Duration limit) {
        return new TimeoutException(
                requests.hasResponse()
                        ? "The response was not complete within " + limit.toMillis() + " ms"
                        : "No response within " + limit.toMillis() + " ms");
    }
}
