package dev.callautomation.camel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** A real HTTP server that has files of recordings, and behaves as badly as a test wants. */
final class RecordingServer {

    private static final Buffer BLOCK = block();

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final Queue<HttpServerRequest> requests = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private volatile Handler<HttpServerRequest> behaviour;

    RecordingServer() throws Exception {
        server = vertx.createHttpServer()
                .connectionHandler(connection -> {
                    connections.incrementAndGet();
                    connection.closeHandler(ignored -> connections.decrementAndGet());
                })
                .requestHandler(request -> {
                    requests.add(request);
                    behaviour.handle(request);
                });
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static Buffer block() {
        byte[] bytes = new byte[64 * 1024];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        return Buffer.buffer(bytes);
    }

    /** The bytes that a recording of a length has. */
    static byte[] content(int length) {
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = BLOCK.getByte(i % BLOCK.length());
        }
        return content;
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/v1/objects/0-eus-d12/content/audio";
    }

    /** What to do with requests from now on. */
    RecordingServer behave(Handler<HttpServerRequest> next) {
        behaviour = next;
        return this;
    }

    /** Sends a file as fast as it is taken. */
    RecordingServer serve(long length) {
        return behave(request -> send(request.response(), length, length));
    }

    /** Sends fewer bytes than announced and closes the connection. */
    RecordingServer breakOff(long announced, long really) {
        return behave(request -> send(request.response(), announced, really));
    }

    private void send(HttpServerResponse response, long announced, long really) {
        response.putHeader("Content-Type", "audio/wav").putHeader("Content-Length", String.valueOf(announced));
        pump(response, really, really == announced);
    }

    private void pump(HttpServerResponse response, long left, boolean complete) {
        long remaining = left;
        while (remaining > 0 && !response.closed()) {
            if (response.writeQueueFull()) {
                long rest = remaining;
                response.drainHandler(ignored -> pump(response, rest, complete));
                return;
            }
            int size = (int) Math.min(remaining, BLOCK.length());
            response.write(BLOCK.slice(0, size));
            sent.addAndGet(size);
            remaining -= size;
        }
        if (complete && !response.closed()) {
            response.end();
        } else if (!response.closed()) {
            // what was written goes out before the end
            response.write(Buffer.buffer("!")).onComplete(ignored -> response.reset());
        }
    }

    int connections() {
        return connections.get();
    }

    long sent() {
        return sent.get();
    }

    int requests() {
        return requests.size();
    }

    HttpServerRequest request() {
        return requests.element();
    }

    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
