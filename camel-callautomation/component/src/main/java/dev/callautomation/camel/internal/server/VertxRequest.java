package dev.callautomation.camel.internal.server;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

import dev.callautomation.camel.internal.ingress.BodyReceiver;
import dev.callautomation.camel.internal.ingress.DeliveryHandler;
import dev.callautomation.camel.internal.ingress.DeliveryHead;
import dev.callautomation.camel.internal.ingress.DeliveryRequest;
import dev.callautomation.camel.internal.ingress.DeliveryResponse;
import dev.callautomation.camel.internal.support.LoopIterations;

/**
 * A request to Vert.x. Its methods may be called on any thread; what they do runs on the event loop of its connection, and at
 * once where that is the thread that calls them: most deliveries are answered without another task of the loop.
 */
final class VertxRequest implements DeliveryRequest {

    private static final int LONGEST_NUMBER = 18;

    private final Vertx vertx;
    private final Context context;
    private final HttpServerRequest request;
    private final DeliveryHead head;
    private BodyReceiver receiver;
    /** The only chunk of the body until now, if it is as long as the head says. */
    private Buffer whole;
    /** Whether the request is being read, or answered: there is no need to pause it. */
    private boolean decided;

    private VertxRequest(RoutingContext routing) {
        this.vertx = routing.vertx();
        this.context = vertx.getOrCreateContext();
        this.request = routing.request();
        this.head = new DeliveryHead(
                request.method().name(),
                new Headers(request.headers()),
                request.query(),
                contentLength(request.getHeader(HttpHeaders.CONTENT_LENGTH)));
    }

    /** Called on the event loop of the request, of which nothing more is read until the handler asks for the body. */
    static void handle(RoutingContext routing, DeliveryHandler handler) {
        VertxRequest request = new VertxRequest(routing);
        handler.handle(request);
        if (!request.decided) {
            request.pause();
        }
    }

    private void pause() {
        request.pause();
        observeAbort();
    }

    private void observeAbort() {
        request.exceptionHandler(failure -> {
            if (receiver != null) {
                receiver.aborted();
            }
        });
    }

    private record Headers(MultiMap headers) implements DeliveryHead.Headers {

        /** The hash of a name is kept by it; of text, each look-up would compute it. The component asks for some ten names. */
        private static final Map<String, CharSequence> NAMES = new ConcurrentHashMap<>();

        @Override
        public List<String> all(String name) {
            CharSequence known = NAMES.get(name);
            CharSequence hashed = known == null ? NAMES.computeIfAbsent(name, HttpHeaders::createOptimized) : known;
            return headers.contains(hashed) ? headers.getAll(hashed) : List.of();
        }

        @Override
        public void forEach(BiConsumer<String, String> action) {
            headers.forEach(action);
        }
    }

    /** A number of more digits is more than any limit, and what is no number is found by the server, which counts. */
    private static long contentLength(String header) {
        if (header == null || header.isEmpty()) {
            return -1;
        }
        for (int i = 0; i < header.length(); i++) {
            if (header.charAt(i) < '0' || header.charAt(i) > '9') {
                return -1;
            }
        }
        return header.length() > LONGEST_NUMBER ? Long.MAX_VALUE : Long.parseLong(header);
    }

    /** Whether the body is still to be read. */
    private boolean isUnread() {
        if (request.isEnded()) {
            return false;
        }
        return head.contentLength() > 0
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || request.version() == HttpVersion.HTTP_2;
    }

    @Override
    public DeliveryHead head() {
        return head;
    }

    @Override
    public boolean mayProcessHere() {
        return Vertx.currentContext() == context;
    }

    @Override
    public void afterwards(Runnable task) {
        LoopIterations.afterNextRead(context, task);
    }

    private void onLoop(Runnable task) {
        if (mayProcessHere()) {
            task.run();
        } else {
            context.runOnContext(now -> task.run());
        }
    }

    @Override
    public void read(BodyReceiver to) {
        read(to, () -> {});
    }

    @Override
    public void read(BodyReceiver to, Runnable beforeWaiting) {
        onLoop(() -> begin(to, beforeWaiting));
    }

    private void begin(BodyReceiver to, Runnable beforeWaiting) {
        receiver = to;
        if (request.response().closed()) {
            to.aborted();
            return;
        }
        decided = true;
        observeAbort();
        request.handler(this::received);
        request.endHandler(end -> ended());
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        // what has arrived together with the head is passed on before the loop runs this
        context.runOnContext(now -> {
            if (!request.isEnded()) {
                beforeWaiting.run();
            }
        });
        request.resume();
    }

    private void received(Buffer chunk) {
        if (whole == null && chunk.length() == head.contentLength()) {
            whole = chunk;
        } else {
            receiver.data(ByteBuffer.wrap(chunk.getBytes()));
        }
    }

    private void ended() {
        if (whole == null) {
            receiver.end();
        } else {
            receiver.whole(bytes(whole));
        }
    }

    /** The server has copied the chunk from the buffer of the connection, so that another copy is not needed. */
    @SuppressWarnings("deprecation")
    private static byte[] bytes(Buffer chunk) {
        ByteBuf bytes = chunk.getByteBuf();
        return bytes.hasArray() && bytes.arrayOffset() == 0 && bytes.array().length == bytes.readableBytes()
                ? bytes.array()
                : chunk.getBytes();
    }

    @Override
    public void respond(DeliveryResponse answer) {
        onLoop(() -> send(answer));
    }

    private void send(DeliveryResponse answer) {
        decided = true;
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(answer.status());
        if (!answer.headers().isEmpty()) {
            answer.headers().forEach(response::putHeader);
        }
        if (isUnread()) {
            discard(response);
        } else if (!request.isEnded()) {
            request.resume();
        }
        if (answer.body().length == 0) {
            response.end();
        } else {
            response.end(Buffer.buffer(answer.body()));
        }
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
