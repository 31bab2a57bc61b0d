package dev.callautomation.simulator.streaming;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import org.awaitility.Awaitility;

/** An application's WebSocket server on loopback: keeps what it is sent. */
final class StreamReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();

    StreamReceiver() {
        server = await(vertx.createHttpServer()
                .webSocketHandler(socket -> {
                    socket.textMessageHandler(text -> frames.add(read(text)));
                    socket.closeHandler(gone -> sockets.remove(socket));
                    sockets.add(socket);
                })
                .listen(0, "127.0.0.1"));
    }

    String url() {
        return "ws://localhost:" + server.actualPort() + "/stream";
    }

    List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    List<JsonNode> frames(String kind) {
        return frames.stream()
                .filter(frame -> kind.equals(frame.path("kind").asText()))
                .toList();
    }

    /** Waits for so many frames of a kind. */
    List<JsonNode> await(String kind, int count) {
        return Awaitility.await(count + " " + kind)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> frames(kind), list -> list.size() >= count);
    }

    MultiMap headers() {
        return sockets.get(0).headers();
    }

    int connections() {
        return sockets.size();
    }

    void send(String frame) {
        sockets.forEach(socket -> await(socket.writeTextMessage(frame)));
    }

    void hangUp() {
        sockets.forEach(socket -> await(socket.close()));
    }

    /** Reads nothing more. */
    void stopReading() {
        sockets.forEach(ServerWebSocket::pause);
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
    }
}
