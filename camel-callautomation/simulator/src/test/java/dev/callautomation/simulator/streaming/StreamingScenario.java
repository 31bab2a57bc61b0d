package dev.callautomation.simulator.streaming;

import java.time.Duration;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A call that is streamed, in a simulator whose time stands still until it is moved. */
abstract class StreamingScenario extends HttpScenario {

    static final String AUDIO = "'mediaStreamingOptions':{'transportType':'websocket','transportUrl':'%s',"
            + "'contentType':'audio','audioChannelType':'mixed'%s}";
    static final String WORDS =
            "'transcriptionOptions':{'transportType':'websocket','transportUrl':'%s'," + "'locale':'en-US'%s}";

    final StreamReceiver receiver = new StreamReceiver();

    StreamingScenario() {
        super(SimulatorOptions.defaults().withVirtualTime(true).withRing(Duration.ofMillis(10)));
    }

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    String call(String options) {
        String call = ring();
        assertThat(answerWith(contextOf(call), options).status()).isEqualTo(200);
        pass(1_000);
        app.await(call, "ParticipantsUpdated");
        return call;
    }

    Answer answerWith(String context, String options) {
        return client.post(
                CALLS + ":answer",
                json("{'incomingCallContext':'%s','callbackUri':'%s',%s}".formatted(context, app.url("/cb"), options)));
    }

    Answer act(String call, String operation, String body) {
        return client.post(CALLS + "/" + call + ":" + operation, body);
    }

    String subscription(String call, String name) {
        return client.get(CALLS + "/" + call).body().path(name).path("state").asText();
    }

    /** What was sent before has arrived when the frame after it has, which is a mistake and therefore written down. */
    void settle(String call) {
        receiver.send(json("{'kind':'nonsense'}"));
        await().until(() -> simulator.timeline(call), entries -> entries.stream()
                .anyMatch(entry -> entry.text().contains("another kind")));
    }

    static byte[] bytes(JsonNode frame) {
        return Base64.getDecoder().decode(frame.path("audioData").path("data").asText());
    }

    static boolean silent(JsonNode frame) {
        return frame.path("audioData").path("silent").asBoolean();
    }

    void pass(long millis) {
        simulator.advance(Duration.ofMillis(millis));
    }
}
