package dev.callautomation.camel.internal.client;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.impl.HttpContext;
import io.vertx.ext.web.client.impl.WebClientInternal;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;

/**
 * An exchange through a web client that the application provides, with all that it adds to requests, such as a proxy. The
 * public interface of web clients gives out a response only when its body is complete, and cannot abort a request.
 */
final class WebClientExchange implements HttpExchange {

    private final WebClientInternal client;
    private final Promise<HttpClientResponse> head = Promise.promise();
    private final HttpContext<Void> context;
    private volatile boolean aborted;

    WebClientExchange(WebClientInternal client) {
        this.client = client;
        this.context = client.createContext(done -> {
            if (done.failed()) {
                head.tryFail(done.cause());
            }
        });
    }

    @Override
    public Future<HttpClientResponse> send(RequestOptions options, byte[] body) {
        context.prepareRequest(
                client.request(options.getMethod(), options)
                        .followRedirects(false)
                        // aborts it if it waits for a connection until the time is over
                        .idleTimeout(options.getConnectTimeout())
                        .as(new HeadCodec()),
                null,
                body.length == 0 ? null : Buffer.buffer(body));
        return head.future();
    }

    @Override
    public void abort() {
        aborted = true;
        HttpClientRequest request = context.clientRequest();
        if (request != null) {
            Responses.close(request);
        }
    }

    /** Takes the response over when its head has arrived. */
    private final class HeadCodec implements BodyCodec<Void> {

        @Override
        public void create(Handler<AsyncResult<BodyStream<Void>>> handler) {
            HttpClientResponse response = context.clientResponse().pause();
            if (aborted) {
                response.request().reset();
            } else {
                head.tryComplete(response);
            }
        }
    }
}
