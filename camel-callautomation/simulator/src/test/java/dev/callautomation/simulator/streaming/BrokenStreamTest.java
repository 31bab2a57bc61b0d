package dev.callautomation.simulator.streaming;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.Receiver.Received;
import dev.callautomation.simulator.SignedClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Streams end, fail and are refused. */
class BrokenStreamTest extends StreamingScenario {

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
    void aStreamWithoutAReceiverFails(String type, String member, String details, String codes, String url) {
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
        receiver.stopReading();

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
}
