package dev.callautomation.simulator.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

/** Sends one HTTP request and reads the answer, within a deadline. */
public final class HttpSender implements RequestSender, AutoCloseable {

    /** Enough for one receiver to be slow for many calls at once without holding up the others. */
    private static final int HTTP_PORT = 80;

    private static final int HTTPS_PORT = 443;
    private static final int CONNECTIONS_PER_HOST = 1_000;

    /** Bytes of an answer. */
    private static final int BODY_KEPT = 64 * 1024;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client;
    private final Duration deadline;

    public HttpSender(Vertx vertx, Duration deadline) {
        this.deadline = deadline;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) CONNECT_TIMEOUT.toMillis()),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST));
    }

    /** What came back. */
    public record Answer(int status, MultiMap headers, byte[] body) {}

    @Override
    public Future<Answer> send(HttpMethod method, URI uri, Map<String, String> headers, byte[] body) {
        // all of it within the first step, which runs on the connection's thread: a step added from another thread
        // may come when the body has passed already, and would wait for it for ever
        return open(method, uri, headers).compose(request -> request.send(Buffer.buffer(body))
                .compose(HttpSender::read)
                // the client's own timeout starts anew with every byte, so that a trickle would keep it waiting
                .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(e -> request.reset()));
    }

    /** A closed client or an impossible address throws instead of failing; the future has to fail in that case, too. */
    private Future<HttpClientRequest> open(HttpMethod method, URI uri, Map<String, String> headers) {
        try {
            // not of the answer, which has its deadline already
            RequestOptions options = address(uri).setMethod(method).setConnectTimeout(deadline.toMillis());
            headers.forEach(options::putHeader);
            return client.request(options);
        } catch (IllegalStateException | IllegalArgumentException | VertxException e) {
            return Future.failedFuture(e);
        }
    }

    /** Reading the text of an address again would take a fifth of the time of a request. */
    private static RequestOptions address(URI uri) {
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        if (!https && !"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
            return new RequestOptions().setAbsoluteURI(uri.toString());
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : https ? HTTPS_PORT : HTTP_PORT;
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(https)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    /** The answer, its body up to a size that no handshake needs; what is beyond that is not kept. */
    private static Future<Answer> read(HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        response.handler(part -> {
            if (body.length() + part.length() <= BODY_KEPT) {
                body.appendBuffer(part);
            }
        });
        return response.end().map(done -> new Answer(response.statusCode(), response.headers(), body.getBytes()));
    }

    @Override
    public void close() {
        client.close();
    }
}
