package dev.callautomation.camel.internal.server;

import java.nio.ByteBuffer;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

import dev.callautomation.camel.internal.ingress.BodyReceiver;
import dev.callautomation.camel.internal.ingress.DeliveryHead;
import dev.callautomation.camel.internal.ingress.DeliveryRequest;
import dev.callautomation.camel.internal.ingress.DeliveryResponse;

/** A request to Vert.x. Its methods may be called on any thread; what they do runs on the event loop of its connection. */
final class VertxRequest implements DeliveryRequest {

    private static final int LONGEST_NUMBER = 18;

    private final Vertx vertx;
    private final Context context;
    private final HttpServerRequest request;
    private final DeliveryHead head;
    private BodyReceiver receiver;

    private VertxRequest(RoutingContext routing) {
        this.vertx = routing.vertx();
        this.context = vertx.getOrCreateContext();
        this.request = routing.request();
        this.head = new DeliveryHead(
                request.method().name(),
                DeliveryHead.byName(request.headers()),
                request.query(),
                contentLength(request.getHeader(HttpHeaders.CONTENT_LENGTH)));
    }

    /** Stops the reading of the request. Called on its event loop. */
    static VertxRequest of(RoutingContext routing) {
        VertxRequest request = new VertxRequest(routing);
        request.pause();
        return request;
    }

    private void pause() {
        request.pause();
        request.exceptionHandler(failure -> {
            if (receiver != null) {
                receiver.aborted();
            }
        });
    }

    /** A number of more digits is more than any limit, and what is no number is found by the server, which counts. */
    private static long contentLength(String header) {
        if (header == null || !header.matches("\\d+")) {
            return -1;
        }
        return header.length() > LONGEST_NUMBER ? Long.MAX_VALUE : Long.parseLong(header);
    }

    /** Whether the body is still to be read. */
    private boolean isUnread() {
        boolean hasBody = head.contentLength() > 0
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || request.version() == HttpVersion.HTTP_2;
        return hasBody && !request.isEnded();
    }

    @Override
    public DeliveryHead head() {
        return head;
    }

    @Override
    public void read(BodyReceiver to) {
        context.runOnContext(now -> {
            receiver = to;
            if (request.response().closed()) {
                to.aborted();
                return;
            }
            request.handler(chunk -> to.data(ByteBuffer.wrap(chunk.getBytes())));
            request.endHandler(end -> to.end());
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            request.resume();
        });
    }

    @Override
    public void respond(DeliveryResponse answer) {
        context.runOnContext(now -> {
            HttpServerResponse response = request.response();
            if (response.closed() || response.ended()) {
                return;
            }
            response.setStatusCode(answer.status());
            answer.headers().forEach(response::putHeader);
            if (isUnread()) {
                discard(response);
            } else if (!request.isEnded()) {
                request.resume();
            }
            response.end(Buffer.buffer(answer.body()));
        });
    }

    private void discard(HttpServerResponse response) {
        boolean multiplexed = request.version() == HttpVersion.HTTP_2;
        if (!multiplexed) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        long timer = vertx.setTimer(DISCARDING_MILLIS, id -> {
            if (multiplexed) {
                response.reset();
            } else {
                request.connection().close();
            }
        });
        request.exceptionHandler(failure -> vertx.cancelTimer(timer));
        request.handler(chunk -> {});
        request.endHandler(end -> vertx.cancelTimer(timer));
        request.resume();
    }
}
