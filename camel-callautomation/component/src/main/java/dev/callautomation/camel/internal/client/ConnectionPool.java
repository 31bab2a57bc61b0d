package dev.callautomation.camel.internal.client;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.RequestOptions;
import org.jspecify.annotations.Nullable;

/**
 * The connections of an HTTP client. Vert.x opens one for each request that finds none idle, until the pool is full: when a
 * hundred requests came at once, a hundred TLS handshakes took half a second of two processors, in which many more requests
 * came. Here, 8 connections are opened at a time. The other requests wait for these, and for those that become idle.
 *
 * <p>No request waits longer than a second here, so that an outage fails all of them at about the same time.
 */
public final class ConnectionPool {

    private static final int MOST_OPENING = 8;
    private static final long WAITING_MILLIS = 1_000;

    private final Vertx vertx;
    private final HttpClient http;
    private final ServiceEndpoint endpoint;
    private final long longestMillis;
    /** To the endpoint. */
    private final Set<HttpConnection> open = new HashSet<>();

    private final Queue<Waiting> waiting = new ArrayDeque<>();
    /** Connections that belong to a request until its response has ended. */
    private int taken;
    /** Requests that a connection is being opened for. */
    private int opening;

    /** What a request expects to get. */
    private enum Place {
        IDLE,
        NEW
    }

    /** Compared by identity. */
    private static final class Waiting {

        private final RequestOptions options;
        private final BooleanSupplier aborted;
        private final Context context;
        private final Promise<HttpClientRequest> future = Promise.promise();
        private Place place = Place.NEW;

        Waiting(RequestOptions options, BooleanSupplier aborted, Context context) {
            this.options = options;
            this.aborted = aborted;
            this.context = context;
        }
    }

    /** @param endpoint of the service; requests to other servers are few, and none of them waits here */
    public ConnectionPool(Vertx vertx, HttpClientOptions options, ServiceEndpoint endpoint) {
        this(vertx, options, endpoint, WAITING_MILLIS);
    }

    /** @param longestMillis how long a request waits for others */
    ConnectionPool(Vertx vertx, HttpClientOptions options, ServiceEndpoint endpoint, long longestMillis) {
        this.vertx = vertx;
        this.http = vertx.createHttpClient(options);
        this.endpoint = endpoint;
        this.longestMillis = longestMillis;
    }

    public void close() {
        http.close();
    }

    /**
     * A request with a connection of its own. It fails if there is no connection, as that of {@link HttpClient} does.
     *
     * @param aborted whether no connection is needed any more
     */
    Future<HttpClientRequest> request(RequestOptions options, BooleanSupplier aborted) {
        if (!options.getHost().equals(endpoint.connectHost()) || options.getPort() != endpoint.port()) {
            return http.request(options);
        }
        Place place;
        Waiting last = null;
        synchronized (this) {
            place = place();
            if (place == null) {
                last = new Waiting(options, aborted, vertx.getOrCreateContext());
                waiting.add(last);
            }
        }
        return place == null ? await(last) : ask(options, place);
    }

    private Future<HttpClientRequest> await(Waiting request) {
        long timer = vertx.setTimer(longestMillis, id -> {
            if (withdraw(request)) {
                resume(request);
            }
        });
        return request.future.future().onComplete(asked -> vertx.cancelTimer(timer));
    }

    /** {@code null} if there is none. */
    private synchronized @Nullable Place place() {
        if (taken < open.size()) {
            taken++;
            return Place.IDLE;
        }
        if (opening < MOST_OPENING) {
            opening++;
            return Place.NEW;
        }
        return null;
    }

    private synchronized void leave(Place place) {
        if (place == Place.IDLE) {
            taken--;
        } else {
            opening--;
        }
    }

    private Future<HttpClientRequest> ask(RequestOptions options, Place place) {
        Future<HttpClientRequest> request;
        try {
            request = http.request(options);
        } catch (RuntimeException e) {
            request = Future.failedFuture(e);
        }
        return request.onSuccess(asked -> connected(asked, place)).onFailure(failure -> ended(place));
    }

    private void connected(HttpClientRequest request, Place place) {
        HttpConnection connection = request.connection();
        boolean opened;
        synchronized (this) {
            leave(place);
            taken++;
            opened = open.add(connection);
        }
        if (opened) {
            connection.closeHandler(closed -> forget(connection));
        }
        request.response().compose(HttpClientResponse::end).onComplete(done -> {
            if (done.failed()) {
                // it is being closed, and must not count as idle until that has been noticed
                forget(connection);
            }
            ended(Place.IDLE);
        });
        resumeNext();
    }

    private synchronized void forget(HttpConnection connection) {
        open.remove(connection);
    }

    private void ended(Place place) {
        leave(place);
        resumeNext();
    }

    private void resumeNext() {
        for (Waiting next = next(); next != null; next = next()) {
            Waiting request = next;
            try {
                request.context.runOnContext(turn -> resume(request));
            } catch (RejectedExecutionException e) {
                // Vert.x is closed
                request.future.tryFail(e);
                leave(request.place);
            }
        }
    }

    /** One that may ask now. */
    private synchronized @Nullable Waiting next() {
        Place place = waiting.isEmpty() ? null : place();
        if (place == null) {
            return null;
        }
        Waiting next = waiting.remove();
        next.place = place;
        return next;
    }

    /** Says whether it has not been told to ask yet, and does so now. */
    private synchronized boolean withdraw(Waiting request) {
        if (!waiting.remove(request)) {
            return false;
        }
        opening++;
        request.place = Place.NEW;
        return true;
    }

    private void resume(Waiting request) {
        if (request.aborted.getAsBoolean()) {
            request.future.fail(DirectExchange.abortedBefore());
            ended(request.place);
        } else {
            ask(request.options, request.place).onComplete(request.future);
        }
    }
}
