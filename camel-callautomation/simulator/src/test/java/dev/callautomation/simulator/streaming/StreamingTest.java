package dev.callautomation.simulator.streaming;

import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.PublishedKeys;
import dev.callautomation.simulator.PublishedKeys.Token;
import dev.callautomation.simulator.Receiver.Received;
import dev.callautomation.simulator.model.Heard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** Calls are streamed to a WebSocket; time stands still until it is moved. */
class StreamingTest extends StreamingScenario {

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
    void theUpgradeRequestCarriesATokenThatLivesForADay() {
        String call = call(AUDIO.formatted(receiver.url(), ",'startMediaStreaming':true"));
        app.await(call, "MediaStreamingStarted");

        Token token = PublishedKeys.read(receiver.headers().get("Authorization"));

        assertThat(PublishedKeys.at(simulator.uri()).haveSigned(token)).isTrue();
        assertThat(token.claim("iss")).isEqualTo(simulator.issuer().toString());
        assertThat(token.claim("aud")).isEqualTo(simulator.resourceId());
        assertThat(token.lifetimeSeconds()).isEqualTo(86_400);
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
    void aFrameWithoutSoundIsAMistakeAndNotHeard() {
        String call = call(AUDIO.formatted(receiver.url(), ",'startMediaStreaming':true,'enableBidirectional':true"));
        app.await(call, "MediaStreamingStarted");

        receiver.send(json("{'kind':'audioData','audioData':{'data':''}}"));
        receiver.send(json("{'kind':'audioData','audioData':null}"));
        settle(call);
        pass(1_000);

        assertThat(simulator.timeline(call))
                .filteredOn(entry -> entry.text().endsWith("an AudioData frame was sent without data"))
                .hasSize(2);
        assertThat(simulator.phone(CALLER).heard()).isEmpty();
    }

    @Test
    void anythingThatIsNotBlankIsTranscribed() {
        String call = call(WORDS.formatted(receiver.url(), ",'startTranscription':true"));
        app.await(call, "TranscriptionStarted");

        simulator.phone(CALLER).say("\u0001");
        simulator.phone(CALLER).say("\u2003Yes\u2003");
        pass(1_000);

        assertThat(receiver.await("TranscriptionData", 2))
                .extracting(
                        frame -> frame.path("transcriptionData").path("text").asText())
                .containsExactly("\u0001", "\u2003Yes\u2003");
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
}
