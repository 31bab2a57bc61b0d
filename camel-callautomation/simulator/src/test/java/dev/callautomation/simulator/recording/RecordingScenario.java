package dev.callautomation.simulator.recording;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.EventGridSubscription;

import static org.assertj.core.api.Assertions.assertThat;

/** A call that can be recorded, in a simulator whose time stands still until it is moved. */
abstract class RecordingScenario extends HttpScenario {

    static final String RECORDINGS = "/calling/recordings";
    static final String WAV = "'recordingContentType':'audio','recordingFormatType':'wav'";

    RecordingScenario() {
        super(SimulatorOptions.defaults().withVirtualTime(true).withRing(Duration.ofMillis(10)));
    }

    String recordableCall() {
        simulator.subscribe(EventGridSubscription.to(app.url("/grid")));
        String call = simulator.phone(CALLER).call(OUR_NUMBER);
        answer(contextOf(call));
        pass(1_000);
        app.await(call, "ParticipantsUpdated");
        return call;
    }

    String start(String call, String settings) {
        Answer answer = client.post(RECORDINGS, request(call, settings));
        assertThat(answer.status()).as(answer.errorMessage()).isEqualTo(200);
        return answer.text("recordingId");
    }

    String request(String call, String settings) {
        return json("{'callLocator':{'kind':'serverCallLocator','serverCallId':'%s'},%s}"
                .formatted(serverCallId(call), settings));
    }

    String serverCallId(String call) {
        return simulator.call(call).orElseThrow().serverCallId();
    }

    JsonNode recorded(String settings, long millis) {
        String recording = start(recordableCall(), settings);
        pass(millis);
        return stopped(recording);
    }

    /** Ends a recording; the result is what Event Grid tells of its file. */
    JsonNode stopped(String recording) {
        assertThat(client.delete(path(recording)).status()).isEqualTo(204);
        pass(1_000);
        return app.awaitGrid("RecordingFileStatusUpdated", 1).data();
    }

    HttpResponse<byte[]> download(JsonNode news, Map<String, String> headers) {
        return client.exchange("GET", chunk(news).path("contentLocation").asText(), "", headers);
    }

    JsonNode metadata(JsonNode news) {
        String location = chunk(news).path("metadataLocation").asText();
        return client.send("GET", URI.create(location).getPath(), "", Map.of()).body();
    }

    static JsonNode chunk(JsonNode news) {
        return news.path("recordingStorageInfo").path("recordingChunks").get(0);
    }

    static String path(String recording) {
        return RECORDINGS + "/" + URLEncoder.encode(recording, StandardCharsets.UTF_8);
    }

    void pass(long millis) {
        simulator.advance(Duration.ofMillis(millis));
    }
}
