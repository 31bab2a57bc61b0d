package dev.callautomation.camel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Calls on the simulator, and a server that takes their sound and transcripts. */
abstract class StreamTestSupport extends SimulatorTestSupport {

    static final Queue<String> FRAMES = new ConcurrentLinkedQueue<>();
    private static Vertx vertx;
    private static HttpServer server;

    @BeforeAll
    static void listen() throws Exception {
        vertx = Vertx.vertx();
        server = finished(vertx.createHttpServer()
                .webSocketHandler(socket -> socket.textMessageHandler(text -> FRAMES.add(socket.path() + " " + text)))
                .listen(0, "127.0.0.1"));
    }

    @AfterAll
    static void close() throws Exception {
        finished(vertx.close());
    }

    private static <T> T finished(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        FRAMES.clear();
        CamelContext context = super.createCamelContext();
        context.getPropertiesComponent().addInitialProperty("streams", "ws://127.0.0.1:" + server.actualPort());
        return context;
    }
}
