package dev.callautomation.benchmark.load;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;

/** Sends the next delivery when one is answered. All of it runs on one event loop. */
final class ClosedLoop {

    private static final int GRACE_SECONDS = 20;

    private final Vertx vertx;
    private final HttpClient client;
    private final EventMix mix;
    private final Target target;
    private final Authorization authorization;
    private final CompletableFuture<LoadResult> result = new CompletableFuture<>();
    private long start;
    private long end;
    private long sent;
    private long requests;
    private long events;
    private long failures;
    private int open;

    /**
     * Where to, and until when.
     *
     * @param requests most requests
     */
    record Target(int port, String path, int seconds, long requests) {}

    ClosedLoop(Vertx vertx, HttpClient client, EventMix mix, Target target, Authorization authorization) {
        this.vertx = vertx;
        this.client = client;
        this.mix = mix;
        this.target = target;
        this.authorization = authorization;
    }

    LoadResult run(int inFlight) throws Exception {
        vertx.runOnContext(ignored -> {
            start = System.nanoTime();
            end = start + TimeUnit.SECONDS.toNanos(target.seconds());
            open = inFlight;
            for (int i = 0; i < inFlight; i++) {
                send();
            }
        });
        return result.get(target.seconds() + GRACE_SECONDS, TimeUnit.SECONDS);
    }

    private void send() {
        if (sent >= target.requests() || System.nanoTime() >= end) {
            if (--open == 0) {
                result.complete(new LoadResult(requests, events, failures, (System.nanoTime() - start) / 1e9));
            }
            return;
        }
        sent++;
        EventMix.Delivery delivery = mix.next();
        client.request(HttpMethod.POST, target.port(), "127.0.0.1", target.path())
                .compose(request -> send(request, delivery))
                .compose(response -> response.end().map(response))
                .onComplete(response -> {
                    if (response.succeeded() && response.result().statusCode() / 100 == 2) {
                        requests++;
                        events += delivery.events();
                    } else {
                        failures++;
                        if (failures == 1) {
                            System.out.println("failure: "
                                    + (response.succeeded() ? response.result().statusCode() : response.cause()));
                        }
                    }
                    send();
                });
    }

    private Future<HttpClientResponse> send(HttpClientRequest request, EventMix.Delivery delivery) {
        if (delivery.eventGrid()) {
            request.putHeader("aeg-event-type", "Notification")
                    .putHeader("Content-Type", "application/json; charset=utf-8");
        } else {
            request.putHeader("Content-Type", "application/cloudevents+json; charset=utf-8");
        }
        String token = authorization.next();
        if (token != null) {
            request.putHeader("Authorization", token);
        }
        return request.send(Buffer.buffer(delivery.body()));
    }
}
