package dev.callautomation.simulator.recording;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.Receiver.Received;
import dev.callautomation.simulator.SignedClient;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Calls are recorded, and what was recorded can be fetched; time stands still until it is moved. */
class RecordingTest extends HttpScenario {

    private static final String RECORDINGS = "/calling/recordings";
    private static final String WAV = "'recordingContentType':'audio','recordingFormatType':'wav'";

    RecordingTest() {
        super(SimulatorOptions.defaults().withVirtualTime(true).withRingMillis(10));
    }

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

        List<Received> states = app.all().stream()
                .filter(event -> "RecordingStateChanged".equals(event.type()))
                .toList();
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
        assertThat(app.all().stream().filter(event -> "CallEnded".equals(event.type())))
                .hasSize(1);
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

    @Test
    void partsOfAFileAreServed() {
        JsonNode news = recorded(WAV, 1_000);
        byte[] whole = download(news, Map.of()).body();

        HttpResponse<byte[]> middle = download(news, Map.of("Range", "bytes=40-1043"));
        HttpResponse<byte[]> end = download(news, Map.of("Range", "bytes=-10"));
        HttpResponse<byte[]> beyond = download(news, Map.of("Range", "bytes=" + whole.length + "-"));

        assertThat(whole).hasSize(32_044);
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(whole, 40, 1_044));
        assertThat(middle.headers().firstValue("Content-Range")).contains("bytes 40-1043/32044");
        assertThat(end.body()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 10, whole.length));
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */32044");
    }

    @Test
    void aLargeFileTakesNoMemory() {
        String call = recordableCall();
        String recording = start(call, WAV);
        simulator.padRecording(recording, Duration.ofHours(20));
        JsonNode news = stopped(recording);

        HttpResponse<byte[]> end = download(news, Map.of("Range", "bytes=-1000"));

        assertThat(end.headers().firstValue("Content-Range")).contains("bytes 2303999044-2304000043/2304000044");
        assertThat(end.body()).hasSize(1_000).containsOnly(0);
    }

    @Test
    void aDownloadThatIsSentOnArrives() {
        try (CallAutomationSimulator other = CallAutomationSimulator.start(
                SimulatorOptions.defaults().withVirtualTime(true).withRecordingRedirect(true))) {
            other.subscribe(EventGridSubscription.to(app.url("/other")).withTypes("RecordingFileStatusUpdated"));
            SignedClient otherClient = SignedClient.of(other);
            other.phone(CALLER).behaviour(PhoneBehaviour.ANSWER);
            String call = other.phone(PHONE).call(CALLER);
            other.advance(Duration.ofSeconds(1));
            String recording = otherClient
                    .post(
                            RECORDINGS,
                            json("{'callLocator':{'kind':'serverCallLocator','serverCallId':'%s'},%s}"
                                    .formatted(other.call(call).orElseThrow().serverCallId(), WAV)))
                    .text("recordingId");
            otherClient.delete(path(recording));
            other.advance(Duration.ofSeconds(1));
            String location = chunk(
                            app.awaitGrid("RecordingFileStatusUpdated", 1).data())
                    .path("contentLocation")
                    .asText();

            HttpResponse<byte[]> answer = otherClient.exchange("GET", location, "", Map.of());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.previousResponse()).isPresent();
            assertThat(answer.body()).hasSize(44);
        }
    }

    @Test
    void aDeletedFileIsGone() {
        JsonNode news = recorded(WAV, 500);
        String location = chunk(news).path("deleteLocation").asText();

        assertThat(client.exchange("DELETE", location, "", Map.of()).statusCode())
                .isEqualTo(200);

        assertThat(download(news, Map.of()).statusCode()).isEqualTo(404);
        assertThat(client.exchange("DELETE", location, "", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFileIsKeptForTwoDays() {
        JsonNode news = recorded(WAV, 500);
        pass(Duration.ofHours(47).toMillis());
        assertThat(download(news, Map.of()).statusCode()).isEqualTo(200);

        pass(Duration.ofHours(1).toMillis());

        assertThat(download(news, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyWithoutTheKeyGetsAFile() {
        JsonNode news = recorded(WAV, 500);
        String location = chunk(news).path("contentLocation").asText();

        HttpResponse<byte[]> answer = client.withKey("another").exchange("GET", location, "", Map.of());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void aRequestSignedForTheEndpointIsServedUnderAnotherName() {
        JsonNode news = recorded(WAV, 500);
        String location = chunk(news).path("contentLocation").asText().replace("localhost", "127.0.0.1");
        Map<String, String> endpoint = Map.of("x-ms-host", simulator.uri().getAuthority());

        assertThat(client.signingFor(simulator.uri().getAuthority())
                        .exchange("GET", location, "", endpoint)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"mp3,audio,1000,4032", "mp4,audioVideo,1000,-1"})
    void otherFormatsAreSilentFilesOfTheRightLength(String format, String content, long millis, int size) {
        JsonNode news =
                recorded("'recordingContentType':'%s','recordingFormatType':'%s'".formatted(content, format), millis);

        byte[] file = download(news, Map.of()).body();

        if (size > 0) {
            assertThat(file).hasSize(size).startsWith(0xff, 0xf3);
            assertThat(Arrays.copyOfRange(file, 144, 146)).containsExactly(0xff, 0xf3);
        } else {
            assertThat(Boxes.types(file)).startsWith("ftyp", "moov").endsWith("mdat");
            assertThat(Boxes.audioMillis(file)).isBetween(millis, millis + 64);
            assertThat(Boxes.chunkOffset(file)).isEqualTo(Boxes.mediaStart(file));
        }
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

    private String recordableCall() {
        simulator.subscribe(EventGridSubscription.to(app.url("/grid")));
        String call = simulator.phone(CALLER).call(OUR_NUMBER);
        answer(contextOf(call));
        pass(1_000);
        app.await(call, "ParticipantsUpdated");
        return call;
    }

    private String start(String call, String settings) {
        Answer answer = client.post(RECORDINGS, request(call, settings));
        assertThat(answer.status()).as(answer.errorMessage()).isEqualTo(200);
        return answer.text("recordingId");
    }

    private String request(String call, String settings) {
        return json("{'callLocator':{'kind':'serverCallLocator','serverCallId':'%s'},%s}"
                .formatted(serverCallId(call), settings));
    }

    private String serverCallId(String call) {
        return simulator.call(call).orElseThrow().serverCallId();
    }

    private JsonNode recorded(String settings, long millis) {
        String recording = start(recordableCall(), settings);
        pass(millis);
        return stopped(recording);
    }

    /** Ends a recording; the result is what Event Grid tells of its file. */
    private JsonNode stopped(String recording) {
        assertThat(client.delete(path(recording)).status()).isEqualTo(204);
        pass(1_000);
        return app.awaitGrid("RecordingFileStatusUpdated", 1).data();
    }

    private HttpResponse<byte[]> download(JsonNode news, Map<String, String> headers) {
        return client.exchange("GET", chunk(news).path("contentLocation").asText(), "", headers);
    }

    private JsonNode metadata(JsonNode news) {
        String location = chunk(news).path("metadataLocation").asText();
        return client.send("GET", URI.create(location).getPath(), "", Map.of()).body();
    }

    private static JsonNode chunk(JsonNode news) {
        return news.path("recordingStorageInfo").path("recordingChunks").get(0);
    }

    private static String path(String recording) {
        return RECORDINGS + "/" + URLEncoder.encode(recording, StandardCharsets.UTF_8);
    }

    private void pass(long millis) {
        simulator.advance(Duration.ofMillis(millis));
    }
}
