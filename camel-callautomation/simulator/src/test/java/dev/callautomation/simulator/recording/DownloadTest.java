package dev.callautomation.simulator.recording;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SignedClient;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of recordings are fetched, in parts and as a whole, and deleted. */
class DownloadTest extends RecordingScenario {

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
            assertThat(Mp4Boxes.types(file)).startsWith("ftyp", "moov").endsWith("mdat");
            assertThat(Mp4Boxes.audioMillis(file)).isBetween(millis, millis + 64);
            assertThat(Mp4Boxes.chunkOffset(file)).isEqualTo(Mp4Boxes.mediaStart(file));
        }
    }
}
