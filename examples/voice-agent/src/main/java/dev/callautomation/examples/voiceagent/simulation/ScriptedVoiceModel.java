package dev.callautomation.examples.voiceagent.simulation;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;

/** A voice model that repeats what the caller has said and then hums, with events of OpenAI's realtime API. */
final class ScriptedVoiceModel implements AutoCloseable {

    /** As many silent frames end speech: 200 ms. */
    static final int END_OF_SPEECH = 10;

    /** Frames of humming after an answer: 10 seconds. */
    static final int HUMMING = 500;

    static final int FRAME_BYTES = 960;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger interruptions = new AtomicInteger();
    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final HttpServer server;

    ScriptedVoiceModel(String key) throws Exception {
        server = finished(vertx.createHttpServer()
                .webSocketHandler(socket -> {
                    if (("Bearer " + key).equals(socket.headers().get("Authorization"))) {
                        connections.incrementAndGet();
                        connected.incrementAndGet();
                        socket.closeHandler(end -> connections.decrementAndGet());
                        socket.textMessageHandler(new Listener(socket)::received);
                    } else {
                        socket.close((short) 1008);
                    }
                })
                .requestHandler(request -> request.response()
                        .end(new JsonObject()
                                .put("answers", answers())
                                .put("interruptions", interruptions())
                                .encode()))
                .listen(0, "localhost"));
    }

    private static <T> T finished(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    String url() {
        return "ws://localhost:" + server.actualPort() + "/v1/realtime";
    }

    /** Where {@link #answers()} and {@link #interruptions()} are, as JSON. */
    URI counters() {
        return URI.create("http://localhost:" + server.actualPort() + "/counters");
    }

    /** How many answers have begun. */
    int answers() {
        return answers.get();
    }

    /** How many answers were interrupted. */
    int interruptions() {
        return interruptions.get();
    }

    /** How many connections were opened. */
    int connected() {
        return connected.get();
    }

    /** How many connections are open. */
    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private final class Listener {

        private final ServerWebSocket socket;
        private final List<String> speech = new ArrayList<>();
        private int silent;
        private boolean answered;

        Listener(ServerWebSocket socket) {
            this.socket = socket;
        }

        void received(String text) {
            String audio = new JsonObject(text).getString("audio");
            if (isSilent(Base64.getDecoder().decode(audio))) {
                silent++;
                if (silent == END_OF_SPEECH && !speech.isEmpty()) {
                    answer();
                }
                return;
            }
            silent = 0;
            if (speech.isEmpty()) {
                send(new JsonObject().put("type", "input_audio_buffer.speech_started"));
                if (answered) {
                    interruptions.incrementAndGet();
                }
            }
            speech.add(audio);
        }

        private void answer() {
            answers.incrementAndGet();
            answered = true;
            speech.forEach(this::delta);
            byte[] hum = new byte[FRAME_BYTES];
            Arrays.fill(hum, (byte) 1);
            String humming = Base64.getEncoder().encodeToString(hum);
            for (int i = 0; i < HUMMING; i++) {
                delta(humming);
            }
            send(new JsonObject().put("type", "response.done"));
            speech.clear();
        }

        private void delta(String audio) {
            send(new JsonObject().put("type", "response.output_audio.delta").put("delta", audio));
        }

        private void send(JsonObject event) {
            socket.writeTextMessage(event.encode());
        }
    }

    private static boolean isSilent(byte[] samples) {
        for (byte sample : samples) {
            if (sample != 0) {
                return false;
            }
        }
        return true;
    }
}
