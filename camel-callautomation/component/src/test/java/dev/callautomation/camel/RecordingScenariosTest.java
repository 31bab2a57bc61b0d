package dev.callautomation.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.event.CallConnected;
import dev.callautomation.camel.event.RecordingFileStatusUpdated;
import dev.callautomation.camel.event.RecordingStateChanged;
import dev.callautomation.camel.model.RecordingChunk;
import dev.callautomation.camel.model.RecordingState;
import dev.callautomation.camel.model.RecordingStateResponse;
import dev.callautomation.simulator.model.EventGridSubscription;

import static org.assertj.core.api.Assertions.assertThat;

/** A call is recorded, and what was recorded is fetched and deleted, in routes that work with the simulator. */
class RecordingScenariosTest extends SimulatorTestSupport {

    private static final String START = "callautomation:startRecording?recordingContentType=audio"
            + "&recordingChannelType=mixed&recordingFormatType=wav";

    @TempDir
    private Path folder;

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:answer").to("callautomation:answerCall");
                from("callautomation:events?type=CallConnected").to(START);
                from("callautomation:events?type=RecordingFileStatusUpdated")
                        .split()
                        .body(RecordingFileStatusUpdated.class, event -> event.recordingStorageInfo()
                                .recordingChunks())
                        .setHeader("document")
                        .body(RecordingChunk.class, RecordingChunk::documentId)
                        .to("callautomation:downloadRecording?recordingDocument=metadata")
                        .to("file:" + folder + "?fileName=call.json&tempFileName=json.part")
                        .to("callautomation:downloadRecording")
                        .to("file:" + folder + "?fileName=call.wav&tempFileName=wav.part")
                        .to("callautomation:deleteRecording")
                        .setBody(constant("done"))
                        .to("file:" + folder + "?fileName=deleted")
                        .end();
            }
        };
    }

    @BeforeEach
    void subscribeToFiles() {
        simulator()
                .subscribe(EventGridSubscription.to(address() + "?code=" + SECRET)
                        .withTypes("IncomingCall", "RecordingFileStatusUpdated"));
    }

    /** The recording of a call that is answered. */
    private String recorded() {
        String call = send("direct:answer", incoming())
                .getMessage()
                .getHeader(CallAutomationConstants.CALL_CONNECTION_ID, String.class);
        awaitEvent(CallConnected.class, call);
        return awaitState(RecordingState.ACTIVE, 1).recordingId();
    }

    private RecordingStateChanged awaitState(RecordingState state, int times) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> events.stream()
                                .filter(RecordingStateChanged.class::isInstance)
                                .map(RecordingStateChanged.class::cast)
                                .filter(event -> event.state() == state)
                                .toList(),
                        found -> found.size() >= times)
                .get(0);
    }

    private Exchange send(String operation, String recording) {
        return send("callautomation:" + operation, Map.of(CallAutomationConstants.RECORDING_ID, recording));
    }

    private RecordingState state(String recording) {
        return send("getRecordingState", recording)
                .getMessage()
                .getBody(RecordingStateResponse.class)
                .recordingState();
    }

    @Test
    void aRecordingPausesAndGoesOn() {
        String recording = recorded();
        assertThat(state(recording)).isEqualTo(RecordingState.ACTIVE);
        send("pauseRecording", recording);
        assertThat(state(recording)).isEqualTo(RecordingState.INACTIVE);
        awaitState(RecordingState.INACTIVE, 1);
        send("resumeRecording", recording);
        assertThat(state(recording)).isEqualTo(RecordingState.ACTIVE);
        awaitState(RecordingState.ACTIVE, 2);
    }

    @Test
    void whatWasRecordedIsFetchedAndDeleted() throws IOException {
        String recording = recorded();
        send("stopRecording", recording);
        RecordingFileStatusUpdated ready = awaitEvent(RecordingFileStatusUpdated.class, null);
        assertThat(ready.recordingId()).isEqualTo(recording);
        assertThat(ready.serverCallId())
                .isEqualTo(awaitEvent(CallConnected.class, null).serverCallId());

        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(folder.resolve("deleted")));
        assertThat(Files.readAllBytes(folder.resolve("call.wav"))).startsWith('R', 'I', 'F', 'F');
        assertThat(folder.resolve("call.json")).content().startsWith("{");

        RecordingChunk file = ready.recordingStorageInfo().recordingChunks().get(0);
        Exchange gone =
                template.request("callautomation:downloadRecording?maxRetries=0", exchange -> exchange.getMessage()
                        .setBody(file));
        assertThat(gone.getException(CallAutomationRequestFailedException.class).getStatusCode())
                .isEqualTo(404);
    }
}
