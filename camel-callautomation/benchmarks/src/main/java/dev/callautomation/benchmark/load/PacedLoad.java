package dev.callautomation.benchmark.load;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;

/**
 * Sends events at a fixed rate, whether they are answered or not. The call connection id is the time at which an event was
 * due, in nanoseconds of {@link System#nanoTime()}, which is the same for all processes of a machine. Runs on one event loop.
 */
final class PacedLoad {

    private static final int GRACE_SECONDS = 20;

    private final Vertx vertx;
    private final HttpClient client;
    private final int port;
    private final String path;
    private final CompletableFuture<LoadResult> result = new CompletableFuture<>();
    private long sent;
    private long answered;
    private long failures;

    PacedLoad(Vertx vertx, HttpClient client, int port, String path) {
        this.vertx = vertx;
        this.client = client;
        this.port = port;
        this.path = path;
    }

    LoadResult run(int seconds, int rate) throws Exception {
        long total = (long) seconds * rate;
        long interval = TimeUnit.SECONDS.toNanos(1) / rate;
        long start = System.nanoTime();
        vertx.runOnContext(ignored -> vertx.setPeriodic(1, timer -> {
            while (sent < total && System.nanoTime() >= start + sent * interval) {
                send(start + sent * interval);
                sent++;
            }
            if (answered + failures == total) {
                vertx.cancelTimer(timer);
                result.complete(new LoadResult(answered, answered, failures, (System.nanoTime() - start) / 1e9));
            }
        }));
        return result.get(seconds + GRACE_SECONDS, TimeUnit.SECONDS);
    }

    private void send(long due) {
        StringBuilder body = new StringBuilder("[");
        EventTemplates.PLAY_COMPLETED.write(
                body, "00000000-" + due, "00000000-%020d".formatted(due), "2026-11-26T21:00:00.123+00:00", due);
        body.append(']');
        client.request(HttpMethod.POST, port, "127.0.0.1", path)
                .compose(request -> request.putHeader("Content-Type", "application/cloudevents+json; charset=utf-8")
                        .send(Buffer.buffer(body.toString())))
                .compose(response -> response.end().map(response))
                .onComplete(response -> {
                    if (response.succeeded() && response.result().statusCode() / 100 == 2) {
                        answered++;
                    } else {
                        failures++;
                    }
                });
    }
}
