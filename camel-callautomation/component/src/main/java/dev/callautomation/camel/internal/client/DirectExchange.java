package dev.callautomation.camel.internal.client;

import java.net.ConnectException;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;

/** An exchange through an HTTP client. */
final class DirectExchange implements HttpExchange {

    private static final String USER_AGENT = "camel-callautomation";

    private final Vertx vertx;
    private final HttpClient http;
    private HttpClientRequest request;
    private boolean aborted;

    DirectExchange(Vertx vertx, HttpClient http) {
        this.vertx = vertx;
        this.http = http;
    }

    @Override
    public Future<HttpClientResponse> send(RequestOptions options, byte[] body) {
        return http.request(options.putHeader(HttpHeaders.USER_AGENT, USER_AGENT))
                .compose(this::opened)
                .compose(opened -> opened.send(Buffer.buffer(body)))
                .map(HttpClientResponse::pause);
    }

    /**
     * Waits for one turn of the event loop. If the server has sent more than one response to the previous request on this
     * connection, the surplus is read in that turn and closes the connection, instead of being taken for the response to this
     * request.
     */
    private Future<HttpClientRequest> opened(HttpClientRequest opened) {
        synchronized (this) {
            request = opened;
        }
        Promise<HttpClientRequest> ready = Promise.promise();
        opened.exceptionHandler(failure -> ready.tryFail(notSent(failure)));
        vertx.getOrCreateContext().runOnContext(turn -> {
            if (isAborted()) {
                Responses.close(opened);
                ready.tryFail(new ConnectException("The request was aborted before it was sent"));
            } else {
                ready.tryComplete(opened);
            }
        });
        return ready.future();
    }

    private static ConnectException notSent(Throwable failure) {
        ConnectException closed = new ConnectException("The connection was closed before the request was sent");
        closed.initCause(failure);
        return closed;
    }

    private synchronized boolean isAborted() {
        return aborted;
    }

    @Override
    public void abort() {
        HttpClientRequest opened;
        synchronized (this) {
            aborted = true;
            opened = request;
        }
        if (opened != null) {
            Responses.close(opened);
        }
    }
}
