package dev.callautomation.simulator.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

/** Sends one HTTP request and reads the answer, within a deadline. */
public final class Poster implements AutoCloseable {

    /** Enough for one receiver to be slow for many calls at once without holding up the others. */
    private static final int CONNECTIONS_PER_HOST = 1_000;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client;
    private final Duration deadline;

    public Poster(Vertx vertx, Duration deadline) {
        this.deadline = deadline;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) CONNECT_TIMEOUT.toMillis()),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST));
    }

    /** What came back. */
    public record Answer(int status, MultiMap headers, byte[] body) {}

    Future<Answer> post(URI uri, Map<String, String> headers, byte[] body) {
        return send(HttpMethod.POST, uri, headers, body);
    }

    Future<Answer> send(HttpMethod method, URI uri, Map<String, String> headers, byte[] body) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(uri.toString())
                .setTimeout(deadline.toMillis());
        headers.forEach(options::putHeader);
        // all of it within the first step, which runs on the connection's thread: a step added from another thread
        // may come when the body has passed already, and would wait for it for ever
        return open(options)
                .compose(request -> request.send(Buffer.buffer(body)).compose(response -> response.body()
                        .map(answer -> new Answer(response.statusCode(), response.headers(), answer.getBytes()))));
    }

    /** A closed client throws instead of failing; an event that is due while the simulator stops must not. */
    private Future<HttpClientRequest> open(RequestOptions options) {
        try {
            return client.request(options);
        } catch (IllegalStateException e) {
            return Future.failedFuture(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
