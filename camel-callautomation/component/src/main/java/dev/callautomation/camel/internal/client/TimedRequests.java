package dev.callautomation.camel.internal.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/** The requests of one attempt, one after another. Used on one event loop. */
final class TimedRequests {

    private final Context context;
    private final Supplier<HttpExchange> exchanges;
    private final long end;
    private HttpExchange current;
    private HttpClientResponse response;
    private boolean responseEnded;
    private boolean over;

    /** @param limit time limit of all of them */
    TimedRequests(Context context, Supplier<HttpExchange> exchanges, Duration limit) {
        this.context = context;
        this.end = System.nanoTime() + limit.toNanos();
        this.exchanges = exchanges;
    }

    /**
     * Sends a request.
     *
     * @param body empty if there is none
     * @return     the paused response, whose body is read on this event loop
     */
    Future<HttpClientResponse> send(RequestOptions options, byte[] body) {
        if (Vertx.currentContext() == context) {
            return sendNow(options, body);
        }
        // an authorization was obtained on another thread
        Promise<HttpClientResponse> head = Promise.promise();
        context.runOnContext(turn -> sendNow(options, body).onComplete(head));
        return head.future();
    }

    private Future<HttpClientResponse> sendNow(RequestOptions options, byte[] body) {
        if (over) {
            return Future.failedFuture(new TimeoutException("The time of the request was over before it was sent"));
        }
        discard();
        HttpExchange exchange = exchanges.get();
        current = exchange;
        response = null;
        // what waits for a connection until the time is over must not be sent then
        options.setConnectTimeout(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        return exchange.send(options, body).compose(Responses::isFinal).onSuccess(this::received);
    }

    private void received(HttpClientResponse received) {
        response = received;
        responseEnded = false;
        received.end().onComplete(ended -> {
            if (response == received) {
                responseEnded = true;
            }
        });
    }

    /** Whether the head of a response has arrived. */
    boolean hasResponse() {
        return response != null;
    }

    /** No further request is sent, and the current one is aborted unless it is complete. */
    void abort() {
        over = true;
        discard();
    }

    private void discard() {
        if (response == null) {
            if (current != null) {
                current.abort();
            }
        } else if (!responseEnded) {
            Responses.discard(response);
        }
    }
}
