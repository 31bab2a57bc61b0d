package dev.callautomation.simulator.recording;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.Receiver.Received;
import dev.callautomation.simulator.SignedClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** Calls are recorded, and what was recorded can be fetched; time stands still until it is moved. */
class RecordingTest extends RecordingScenario {

    @Test
    void whatWasRecordedIsInTheFile() {
        String call = recordableCall();
        String recording = start(call, WAV);
        pass(2_000);
        simulator.phone(CALLER).press("5");
        pass(1_000);

        Sound sound = Sound.read(download(stopped(recording), Map.of()).body());

        assertThat(sound.millis()).isEqualTo(3_000);
        assertThat(sound.channels()).isEqualTo(1);
        assertThat(sound.loudness(770, 2_050, 0)).isCloseTo(0.25, within(0.02));
        assertThat(sound.loudness(1_336, 2_050, 0)).isCloseTo(0.25, within(0.02));
        assertThat(sound.loudness(852, 2_050, 0)).isLessThan(0.02);
        assertThat(sound.loudness(770, 1_000, 0)).isZero();
    }

    @Test
    void aPauseIsLeftOut() {
        String call = recordableCall();
        String recording = start(call, WAV);
        pass(1_000);
        assertThat(client.post(path(recording) + ":pause", "").status()).isEqualTo(202);
        assertThat(client.get(path(recording)).text("recordingState")).isEqualTo("inactive");
        simulator.phone(CALLER).press("1");
        pass(10_000);
        assertThat(client.post(path(recording) + ":resume", "").status()).isEqualTo(202);
        assertThat(client.get(path(recording)).text("recordingState")).isEqualTo("active");
        pass(500);

        JsonNode news = stopped(recording);
        Sound sound = Sound.read(download(news, Map.of()).body());

        assertThat(sound.millis()).isEqualTo(1_500);
        assertThat(sound.loudness(697, 1_000, 0)).isZero();
        assertThat(news.path("recordingDurationMs").asLong()).isEqualTo(1_500);
        JsonNode pause = metadata(news).path("pauseResumeIntervals");
        assertThat(pause).hasSize(1);
        assertThat(pause.get(0).path("duration").asLong()).isEqualTo(10_000);
    }

    @Test
    void everyParticipantHasAChannelOfAnUnmixedRecording() {
        String call = recordableCall();
        String recording = start(
                call,
                WAV
                        + ",'recordingChannelType':'unmixed','channelAffinity':[{'channel':2,'participant':%s}]"
                                .formatted(identifier(CALLER)));
        simulator.phone(CALLER).press("9");
        pass(1_000);

        JsonNode news = stopped(recording);
        Sound sound = Sound.read(download(news, Map.of()).body());

        assertThat(sound.channels()).isEqualTo(3);
        assertThat(sound.loudness(852, 50, 2)).isCloseTo(0.25, within(0.02));
        assertThat(sound.loudness(852, 50, 0)).isZero();
        assertThat(metadata(news).path("participants").get(0).path("channel").asInt())
                .isEqualTo(2);
        assertThat(news.path("recordingChannelType").asText()).isEqualTo("Unmixed");
    }

    @Test
    void statesAreToldToTheirOwnAddressOnly() {
        String call = recordableCall();
        String recording = start(call, WAV + ",'recordingStateCallbackUri':'%s'".formatted(app.url("/states")));
        pass(100);
        client.post(path(recording) + ":pause", "");
        stopped(recording);

        // the last of them may arrive after the news of the file
        List<Received> states = await().until(() -> received("RecordingStateChanged"), list -> list.size() >= 3);
        assertThat(states)
                .extracting(event -> event.data().path("state").asText())
                .containsExactly("active", "inactive", "inactive");
        assertThat(states).allSatisfy(event -> {
            assertThat(event.path()).isEqualTo("/states");
            assertThat(event.data().path("callConnectionId").asText()).isEqualTo(call);
            assertThat(event.data().path("recordingKind").asText()).isEqualTo("azureCommunicationServices");
            String subject = "calling/recordings/" + serverCallId(call) + "/recordingId/" + recording;
            assertThat(event.event().path("subject").asText()).isEqualTo(subject);
            assertThat(event.event().path("source").asText()).isEqualTo(subject + "/RecordingStateChanged");
        });
    }

    private List<Received> received(String type) {
        return app.all().stream().filter(event -> type.equals(event.type())).toList();
    }

    @Test
    void aConnectionsCallIsRecordedALittleLater() {
        String call = recordableCall();
        String body = json("{'callConnectionId':'%s','recordingStateCallbackUri':'%s',%s}"
                .formatted(call, app.url("/states"), WAV));
        Answer first = client.post(RECORDINGS, body);
        assertThat(first.status()).isEqualTo(202);
        String recording = first.text("recordingId");
        assertThat(client.post(path(recording) + ":pause", "").errorCode()).isEqualTo("8571");
        pass(100);
        assertThat(client.get(path(recording)).text("recordingState")).isEqualTo("active");

        String second = client.post(RECORDINGS, body).text("recordingId");
        pass(100);

        Received failed = app.await(call, "StartRecordingFailed");
        assertThat(failed.codes()).isEqualTo("400/8553");
        assertThat(failed.data().path("recordingId").asText()).isEqualTo(second);
        assertThat(client.get(path(second)).status()).isEqualTo(404);
    }

    @Test
    void theEndOfTheCallEndsItsRecording() {
        String call = recordableCall();
        String recording = start(call, WAV);
        pass(700);
        simulator.phone(CALLER).hangUp();
        pass(1_000);

        JsonNode news = app.awaitGrid("RecordingFileStatusUpdated", 1).data();

        assertThat(news.path("sessionEndReason").asText()).isEqualTo("CallEnded");
        assertThat(Sound.read(download(news, Map.of()).body()).millis()).isEqualTo(700);
        assertThat(client.get(path(recording)).status()).isEqualTo(404);
        String location = chunk(news).path("deleteLocation").asText();
        assertThat(client.exchange("DELETE", location, "", Map.of()).statusCode())
                .isEqualTo(200);
        await().untilAsserted(() -> assertThat(received("CallEnded")).hasSize(1));
    }

    @Test
    void theNewsOfTheFileHasTheServicesShape() {
        String call = recordableCall();
        String recording = start(call, "'pauseOnStart':false");
        pass(1_000);
        client.delete(path(recording));
        pass(1_000);

        Received event = app.awaitGrid("RecordingFileStatusUpdated", 1);

        assertThat(event.event().path("subject").asText())
                .isEqualTo("/recording/call/" + call + "/serverCallId/" + serverCallId(call) + "/recordingId/"
                        + recording);
        assertThat(event.data().path("recordingContentType").asText()).isEqualTo("AudioVideo");
        assertThat(event.data().path("recordingFormatType").asText()).isEqualTo("Mp4");
        JsonNode chunk = chunk(event.data());
        assertThat(chunk.path("contentLocation").asText())
                .matches(simulator.uri() + "v1/objects/0-[-\\w]+/content/video");
        assertThat(chunk.path("endReason").asText()).isEqualTo("SessionEnded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'recordingChannelType':'unmixed'",
                "'recordingContentType':'audio','recordingFormatType':'mp4'",
                "'recordingContentType':'audioVideo','recordingFormatType':'wav'",
                "'recordingContentType':'audio','recordingFormatType':'mp3','recordingChannelType':'unmixed'",
                "'recordingFormatType':'ogg'",
                "'recordingContentType':'audio','channelAffinity':[{'channel':0,'participant':{'rawId':'4:+15550001111'}}]",
                WAV
                        + ",'recordingChannelType':'unmixed','channelAffinity':[{'channel':5,'participant':{'rawId':'4:+1'}}]",
                WAV
                        + ",'recordingChannelType':'unmixed','channelAffinity':[{'channel':4294967296,'participant':{'rawId':'4:+1'}}]",
                WAV + ",'recordingChannelType':'unmixed','channelAffinity':[{'participant':{'rawId':'4:+1'}}]",
                WAV + ",'recordingChannelType':'unmixed','audioChannelParticipantOrdering':'4:+1'",
                "'externalStorage':{'recordingStorageKind':'azureBlobStorage'}",
                "'recordingStateCallbackUri':'http://elsewhere.example/'",
                "'callConnectionId':'both'"
            })
    void whatTheServiceDoesNotRecordIsRefused(String settings) {
        Answer answer = client.post(RECORDINGS, request(recordableCall(), settings));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("8523");
    }

    @Test
    void oneRecordingAtATime() {
        String call = recordableCall();
        String recording = start(call, WAV);

        Answer second = client.post(RECORDINGS, request(call, WAV));
        assertThat(second.status() + "/" + second.errorCode()).isEqualTo("400/8559");
        assertThat(client.post(path(recording) + ":resume", "").errorCode()).isEqualTo("8571");
        assertThat(client.delete(path(recording)).status()).isEqualTo(204);
        assertThat(client.delete(path(recording)).errorCode()).isEqualTo("8522");
        assertThat(client.post(path("unknown") + ":pause", "").errorCode()).isEqualTo("8522");
        assertThat(client.post(RECORDINGS, request(call, WAV)).status()).isEqualTo(200);
    }
}
