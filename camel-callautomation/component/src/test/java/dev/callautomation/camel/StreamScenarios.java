package dev.callautomation.camel;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.MediaStreamingStarted;
import dev.callautomation.camel.event.MediaStreamingStopped;
import dev.callautomation.camel.event.TranscriptionStarted;
import dev.callautomation.camel.event.TranscriptionStopped;
import dev.callautomation.camel.event.TranscriptionUpdated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Sound and transcripts of calls on the simulator; subclasses bring the same routes in one DSL each. */
abstract class StreamScenarios extends SimulatorTestSupport {

    private static final Queue<String> FRAMES = new ConcurrentLinkedQueue<>();
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
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        FRAMES.clear();
        CamelContext context = super.createCamelContext();
        context.getPropertiesComponent().addInitialProperty("streams", "ws://127.0.0.1:" + server.actualPort());
        return context;
    }

    @Test
    void whatIsSaidIsTranscribedUntilThatIsStopped() {
        String call = connected(send("direct:call", Map.of()));
        send("direct:startTranscription", in(call));
        assertThat(awaitEvent(TranscriptionStarted.class, call).operationContext())
                .isEqualTo("notes");
        simulator().phone(AGENT).say("Good morning");
        await().untilAsserted(() -> assertThat(FRAMES)
                .anySatisfy(frame ->
                        assertThat(frame).startsWith("/transcript ").contains("TranscriptionData", "Good morning")));
        send("direct:updateTranscription", in(call));
        awaitEvent(TranscriptionUpdated.class, call);
        send("direct:stopTranscription", in(call));
        awaitEvent(TranscriptionStopped.class, call);
    }

    @Test
    void soundAndKeysAreStreamedUntilThatIsStopped() {
        String call = connected(send("direct:call", Map.of()));
        send("direct:startMediaStreaming", in(call));
        assertThat(awaitEvent(MediaStreamingStarted.class, call).operationContext())
                .isEqualTo("sound");
        simulator().phone(AGENT).press("7");
        await().untilAsserted(() -> assertThat(FRAMES)
                .anySatisfy(frame -> assertThat(frame).startsWith("/audio ").contains("AudioData"))
                .anySatisfy(frame -> assertThat(frame).startsWith("/audio ").contains("DtmfData")));
        send("direct:stopMediaStreaming", in(call));
        awaitEvent(MediaStreamingStopped.class, call);
    }
}
