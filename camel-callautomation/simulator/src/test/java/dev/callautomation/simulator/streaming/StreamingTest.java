package dev.callautomation.simulator.streaming;

import java.time.Duration;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.Receiver.Received;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.Heard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** Calls are streamed to a WebSocket; time stands still until it is moved. */
class StreamingTest extends HttpScenario {

    private static final String AUDIO = "'mediaStreamingOptions':{'transportType':'websocket','transportUrl':'%s',"
            + "'contentType':'audio','audioChannelType':'mixed'%s}";
    private static final String WORDS =
            "'transcriptionOptions':{'transportType':'websocket','transportUrl':'%s'," + "'locale':'en-US'%s}";

    private final StreamReceiver receiver = new StreamReceiver();

    StreamingTest() {
        super(SimulatorOptions.defaults().withVirtualTime(true).withRingMillis(10));
    }

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @Test
    void soundIsStreamedFromTheStart() {
        String call = call(AUDIO.formatted(receiver.url(), ",'startMediaStreaming':true,'enableDtmfTones':true"));
        Received started = app.await(call, "MediaStreamingStarted");
        simulator.phone(CALLER).press("7#");
        pass(1_000);

        List<JsonNode> sound = receiver.await("AudioData", 50);

        JsonNode metadata = receiver.frames().get(0).path("audioMetadata");
        assertThat(metadata.path("encoding").asText()).isEqualTo("PCM");
        assertThat(metadata.path("sampleRate").asInt()).isEqualTo(16_000);
        assertThat(metadata.path("channels").asInt()).isEqualTo(1);
        assertThat(metadata.path("length").asInt()).isEqualTo(640);
        assertThat(sound).hasSize(50);
        assertThat(bytes(sound.get(0))).hasSize(640).isNotEqualTo(new byte[640]);
        assertThat(silent(sound.get(0))).isFalse();
        assertThat(silent(sound.get(12))).isTrue();
        assertThat(bytes(sound.get(12))).isEqualTo(new byte[640]);
        assertThat(silent(sound.get(15))).isFalse();
        assertThat(silent(sound.get(40))).isTrue();
        assertThat(sound.get(0).path("audioData").has("participantRawID")).isFalse();
        assertThat(receiver.frames("DtmfData"))
                .extracting(frame -> frame.path("dtmfData").path("data").asText())
                .containsExactly("7", "#");
        assertThat(receiver.headers().get("x-ms-call-connection-id")).isEqualTo(call);
        assertThat(receiver.headers().get("x-ms-call-correlation-id"))
                .isEqualTo(simulator.call(call).orElseThrow().correlationId());
        JsonNode update = started.data().path("mediaStreamingUpdate");
        assertThat(update.path("contentType").asText()).isEqualTo("Audio");
        assertThat(update.path("mediaStreamingStatus").asText()).isEqualTo("mediaStreamingStarted");
        assertThat(update.path("mediaStreamingStatusDetails").asText()).isEqualTo("subscriptionStarted");
        assertThat(started.codes()).isEqualTo("200/0");
    }

    @Test
    void everySpeakerHasFramesOfTheirOwn() {
        String call = call(AUDIO.formatted(receiver.url(), ",'startMediaStreaming':true,'audioFormat':'pcm24KMono'")
                .replace("mixed", "unmixed"));
        app.await(call, "MediaStreamingStarted");
        pass(500);
        simulator.phone(CALLER).say("Hello there");
        pass(2_000);

        List<JsonNode> sound = receiver.await("AudioData", 37);

        assertThat(sound).hasSize(37).allSatisfy(frame -> {
            assertThat(frame.path("audioData").path("participantRawID").asText())
                    .isEqualTo("4:" + CALLER);
            assertThat(bytes(frame)).hasSize(960);
        });
    }

    @Test
    void aStreamIsStartedAndStoppedByRequest() {
        String call = call(AUDIO.formatted(receiver.url(), ""));
        assertThat(subscription(call, "mediaStreamingSubscription")).isEqualTo("inactive");
        String start = json("{'operationContext':'begin','operationCallbackUri':'%s'}".formatted(app.url("/own")));

        assertThat(act(call, "startMediaStreaming", start).status()).isEqualTo(202);
        Received started = app.await(call, "MediaStreamingStarted");
        assertThat(act(call, "startMediaStreaming", "{}").errorCode()).isEqualTo("8500");
        assertThat(subscription(call, "mediaStreamingSubscription")).isEqualTo("active");
        assertThat(act(call, "stopMediaStreaming", json("{'operationContext':'end'}"))
                        .status())
                .isEqualTo(202);
        Received stopped = app.await(call, "MediaStreamingStopped");

        assertThat(started.path()).isEqualTo("/own");
        assertThat(started.data().path("operationContext").asText()).isEqualTo("begin");
        assertThat(stopped.data().path("operationContext").asText()).isEqualTo("begin");
        assertThat(stopped.data()
                        .path("mediaStreamingUpdate")
                        .path("mediaStreamingStatusDetails")
                        .asText())
                .isEqualTo("subscriptionStopped");
        assertThat(act(call, "stopMediaStreaming", "{}").errorCode()).isEqualTo("8500");
        await().until(receiver::connections, count -> count == 0);
        assertThat(act(call, "startMediaStreaming", "{}").status()).isEqualTo(202);
        await().until(receiver::connections, count -> count == 1);
    }

    @Test
    void whatIsSaidIsTranscribed() {
        String call =
                call(WORDS.formatted(receiver.url(), ",'startTranscription':true,'enableIntermediateResults':true"));
        app.await(call, "TranscriptionStarted");
        pass(1_000);
        simulator.phone(CALLER).say("I want a refund.");
        pass(600);
        receiver.await("TranscriptionData", 1);
        pass(600);
        List<JsonNode> results = receiver.await("TranscriptionData", 2);

        JsonNode metadata = receiver.frames().get(0).path("transcriptionMetadata");
        assertThat(metadata.path("locale").asText()).isEqualTo("en-US");
        assertThat(metadata.path("callConnectionId").asText()).isEqualTo(call);
        JsonNode first = results.get(0).path("transcriptionData");
        assertThat(first.path("text").asText()).isEqualTo("I want");
        assertThat(first.path("resultStatus").asText()).isEqualTo("Intermediate");
        JsonNode last = results.get(1).path("transcriptionData");
        assertThat(last.path("text").asText()).isEqualTo("I want a refund.");
        assertThat(last.path("resultStatus").asText()).isEqualTo("Final");
        assertThat(last.path("format").asText()).isEqualTo("display");
        assertThat(last.path("participantRawID").asText()).isEqualTo("4:" + CALLER);
        assertThat(last.path("offset").asLong()).isEqualTo(10_000_000L);
        assertThat(last.path("duration").asLong()).isEqualTo(10_660_000L);
        assertThat(last.path("words"))
                .extracting(word -> word.path("text").asText())
                .containsExactly("i", "want", "a", "refund");
        assertThat(last.path("words").get(0).path("offset").asLong()).isEqualTo(10_000_000L);
    }

    @Test
    void theLanguageOfATranscriptionCanChange() {
        String call = call(WORDS.formatted(receiver.url(), ",'startTranscription':true"));
        app.await(call, "TranscriptionStarted");

        act(call, "updateTranscription", json("{'locale':'de-DE','operationContext':'german'}"));

        Received updated = app.await(call, "TranscriptionUpdated");
        JsonNode update = updated.data().path("transcriptionUpdate");
        assertThat(update.path("transcriptionStatus").asText()).isEqualTo("transcriptionUpdated");
        assertThat(update.path("transcriptionStatusDetails").asText()).isEqualTo("transcriptionLocaleUpdated");
        assertThat(updated.data().path("operationContext").asText()).isEqualTo("german");
        receiver.await("TranscriptionMetadata", 2);
        act(call, "stopTranscription", json("{'operationContext':'end'}"));
        assertThat(app.await(call, "TranscriptionStopped")
                        .data()
                        .path("operationContext")
                        .asText())
                .isEqualTo("end");
        assertThat(act(call, "updateTranscription", json("{'locale':'fr-FR'}")).errorCode())
                .isEqualTo("8500");
    }

    @Test
    void soundFromTheApplicationIsHeard() {
        String call = call(AUDIO.formatted(receiver.url(), ",'startMediaStreaming':true,'enableBidirectional':true"));
        app.await(call, "MediaStreamingStarted");
        String half = Base64.getEncoder().encodeToString(new byte[16_000]);

        receiver.send(json("{'kind':'audioData','audioData':{'data':'%s'},'stopAudio':{}}".formatted(half)));
        receiver.send(json("{'Kind':'AudioData','AudioData':{'Data':'%s'},'StopAudio':null}".formatted(half)));
        settle(call);
        pass(2_000);

        assertThat(simulator.phone(CALLER).heard())
                .extracting(Heard::kind, Heard::what)
                .containsExactly(tuple(Heard.Kind.STREAM, "1000 ms"));
    }

    @Test
    void theApplicationCanInterruptItself() {
        String call = call(AUDIO.formatted(receiver.url(), ",'startMediaStreaming':true,'enableBidirectional':true"));
        app.await(call, "MediaStreamingStarted");
        String tenSeconds = Base64.getEncoder().encodeToString(new byte[320_000]);
        receiver.send(json("{'kind':'audioData','audioData':{'data':'%s'}}".formatted(tenSeconds)));
        settle(call);
        pass(700);

        receiver.send(json("{'kind':'stopAudio','stopAudio':{}}"));

        await().until(() -> simulator.phone(CALLER).heard(), list -> !list.isEmpty());
        pass(20_000);
        assertThat(simulator.phone(CALLER).heard()).extracting(Heard::what).containsExactly("700 ms");
    }

    @Test
    void aReceiverThatClosesInterruptsTheStream() {
        String call = call(AUDIO.formatted(receiver.url(), ",'startMediaStreaming':true"));
        app.await(call, "MediaStreamingStarted");

        receiver.hangUp();

        Received failed = app.await(call, "MediaStreamingFailed");
        assertThat(failed.codes()).isEqualTo("400/8603");
        assertThat(failed.data()
                        .path("mediaStreamingUpdate")
                        .path("mediaStreamingStatusDetails")
                        .asText())
                .isEqualTo("streamConnectionInterrupted");
        assertThat(subscription(call, "mediaStreamingSubscription")).isEqualTo("inactive");
    }

    @ParameterizedTest
    @CsvSource({
        "MediaStreaming,mediaStreaming,initialWebSocketConnectionFailed,400/8603,ws://localhost:1/",
        "Transcription,transcription,streamConnectionUnsuccessful,400/8578,ws://localhost:1/",
        "MediaStreaming,mediaStreaming,streamUrlMissing,400/8581,",
        "Transcription,transcription,streamUrlMissing,400/8581,"
    })
    void whereNobodyListensNothingIsStreamed(String type, String member, String details, String codes, String url) {
        String options = "MediaStreaming".equals(type) ? AUDIO : WORDS;
        String call = call(options.formatted(url == null ? "" : url, ""));

        assertThat(act(call, "start" + type, "{}").status()).isEqualTo(202);

        Received failed = app.await(call, type + "Failed");
        JsonNode update = failed.data().path(member + "Update");
        assertThat(failed.codes()).isEqualTo(codes);
        assertThat(update.path(member + "Status").asText()).isEqualTo(member + "Failed");
        assertThat(update.path(member + "StatusDetails").asText()).isEqualTo(details);
    }

    @Test
    void theEndOfTheCallClosesTheConnectionWithoutFurtherEvents() {
        String call = call(AUDIO.formatted(receiver.url(), ",'startMediaStreaming':true"));
        app.await(call, "MediaStreamingStarted");

        simulator.phone(CALLER).hangUp();

        app.await(call, "CallDisconnected");
        await().until(receiver::connections, count -> count == 0);
        assertThat(app.types(call)).doesNotContain("MediaStreamingStopped", "MediaStreamingFailed");
    }

    @Test
    void aResetClosesTheConnection() {
        String call = call(AUDIO.formatted(receiver.url(), ",'startMediaStreaming':true"));
        app.await(call, "MediaStreamingStarted");

        simulator.reset();

        await().until(receiver::connections, count -> count == 0);
    }

    @Test
    void aSlowReceiverMissesFramesAndNothingPilesUp() {
        String call = call(AUDIO.formatted(receiver.url(), ",'startMediaStreaming':true"));
        app.await(call, "MediaStreamingStarted");
        receiver.sleep();

        pass(Duration.ofMinutes(10).toMillis());

        assertThat(simulator.timeline(call)).anyMatch(entry -> entry.text().endsWith("frames are left out"));
    }

    @Test
    void whatWasNotSetUpCannotBeStreamed() {
        String call = call("'operationContext':'plain'");

        for (String operation :
                List.of("startMediaStreaming", "stopMediaStreaming", "startTranscription", "stopTranscription")) {
            Answer answer = act(call, operation, "{}");
            assertThat(answer.status() + "/" + answer.errorCode()).as(operation).isEqualTo("405/8522");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'mediaStreamingOptions':{'transportType':'http','audioChannelType':'mixed'}",
                "'mediaStreamingOptions':{'transportType':'websocket','audioChannelType':'stereo'}",
                "'mediaStreamingOptions':{'transportType':'websocket','audioChannelType':'mixed','audioFormat':'mp3'}",
                "'mediaStreamingOptions':{'transportType':'websocket','audioChannelType':'mixed','transportUrl':'ws://example.org/'}",
                "'mediaStreamingOptions':{'transportType':'websocket','audioChannelType':'mixed','transportUrl':'no url'}",
                "'transcriptionOptions':{'transportType':'websocket'}"
            })
    void impossibleOptionsAreRefused(String options) {
        Answer answer = answerWith(contextOf(ring()), options);

        assertThat(answer.status() + "/" + answer.errorCode()).isEqualTo("400/8523");
    }

    private String call(String options) {
        String call = ring();
        assertThat(answerWith(contextOf(call), options).status()).isEqualTo(200);
        pass(1_000);
        app.await(call, "ParticipantsUpdated");
        return call;
    }

    private Answer answerWith(String context, String options) {
        return client.post(
                CALLS + ":answer",
                json("{'incomingCallContext':'%s','callbackUri':'%s',%s}".formatted(context, app.url("/cb"), options)));
    }

    private Answer act(String call, String operation, String body) {
        return client.post(CALLS + "/" + call + ":" + operation, body);
    }

    private String subscription(String call, String name) {
        return client.get(CALLS + "/" + call).body().path(name).path("state").asText();
    }

    /** What was sent before has arrived when the frame after it has, which is a mistake and therefore written down. */
    private void settle(String call) {
        receiver.send(json("{'kind':'nonsense'}"));
        await().until(() -> simulator.timeline(call), entries -> entries.stream()
                .anyMatch(entry -> entry.text().contains("another kind")));
    }

    private static byte[] bytes(JsonNode frame) {
        return Base64.getDecoder().decode(frame.path("audioData").path("data").asText());
    }

    private static boolean silent(JsonNode frame) {
        return frame.path("audioData").path("silent").asBoolean();
    }

    private void pass(long millis) {
        simulator.advance(Duration.ofMillis(millis));
    }
}
