package dev.callautomation.camel;

import java.time.OffsetDateTime;
import java.util.Map;

import org.apache.camel.Message;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.event.CallEnded;
import dev.callautomation.camel.event.CallParticipantRemoved;
import dev.callautomation.camel.event.RecordingFileStatusUpdated;
import dev.callautomation.camel.event.UnknownEvent;
import dev.callautomation.camel.model.CallEndReason;
import dev.callautomation.camel.model.CallGroup;
import dev.callautomation.camel.model.CallRoom;
import dev.callautomation.camel.model.RecordingChannelType;
import dev.callautomation.camel.model.RecordingChunk;
import dev.callautomation.camel.model.RecordingContentType;
import dev.callautomation.camel.model.RecordingFormatType;

import static org.assertj.core.api.Assertions.assertThat;

/** Events of recordings and of calls as a whole, which Event Grid sends, in both of its schemas. */
class RecordingEventsTest extends EventTestSupport {

    private static final String FILE =
            "https://storage.asm.skype.com/v1/objects/0-eus-d12-801b3f3fc462fe8a01e6810cbff729b8";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("mock:all");
            }
        };
    }

    private Message receive(String delivery) throws Exception {
        MockEndpoint all = getMockEndpoint("mock:all");
        all.expectedMessageCount(1);
        assertThat(post(delivery).statusCode()).isEqualTo(200);
        all.assertIsSatisfied();
        return all.getExchanges().get(0).getMessage();
    }

    /** The same event in the other schema, one at a time. */
    private static String cloudEvent(String delivery) {
        return unwrapped(delivery)
                .replace("\"topic\"", "\"source\"")
                .replace("\"eventType\"", "\"type\"")
                .replace("\"eventTime\"", "\"time\"")
                .replace("\"dataVersion\": \"1.0\"", "\"specversion\": \"1.0\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRecordingWithOneFileCanBeDownloadedWithoutMoreAdo(boolean cloudEvents) throws Exception {
        String sample = sample("RecordingFileStatusUpdated");
        Message message = receive(cloudEvents ? cloudEvent(sample) : sample);
        RecordingFileStatusUpdated event = message.getBody(RecordingFileStatusUpdated.class);
        assertThat(event.recordingStorageInfo().recordingChunks())
                .containsExactly(new RecordingChunk(
                        "0-eus-d12-801b3f3fc462fe8a01e6810cbff729b8",
                        0,
                        "SessionEnded",
                        FILE + "/content/video",
                        FILE + "/content/acsmetadata",
                        "https://us-storage.asm.skype.com/v1/objects/0-eus-d1-83e9599991e21ad21220427d78fbf558"));
        assertThat(event.recordingStartTime()).isEqualTo(OffsetDateTime.parse("2021-07-27T15:20:23.6089755Z"));
        assertThat(event.recordingDurationMs()).isEqualTo(6620);
        assertThat(event.sessionEndReason()).isEqualTo("CallEnded");
        assertThat(event.recordingContentType()).isNull();
        assertThat(event.recordingId()).isEqualTo("{recording-id}");
        assertThat(message.getHeaders())
                .containsEntry(CallAutomationConstants.SERVER_CALL_ID, "{server-call-id}")
                .containsEntry(CallAutomationConstants.CORRELATION_ID, "{call-id}")
                .containsEntry(CallAutomationConstants.RECORDING_ID, "{recording-id}")
                .containsEntry(CallAutomationConstants.CONTENT_LOCATION, FILE + "/content/video")
                .containsEntry(CallAutomationConstants.METADATA_LOCATION, FILE + "/content/acsmetadata")
                .containsEntry(
                        CallAutomationConstants.DELETE_LOCATION,
                        "https://us-storage.asm.skype.com/v1/objects/0-eus-d1-83e9599991e21ad21220427d78fbf558");
    }

    private static String recorded(String data) {
        return """
                [{"id":"1","topic":"t","subject":"/recording/call/c/serverCallId/s/recordingId/from-subject","data":%s,
                  "eventType":"Microsoft.Communication.RecordingFileStatusUpdated","dataVersion":"1.0",
                  "metadataVersion":"1","eventTime":"2026-01-01T00:00:00Z"}]
                """.formatted(data);
    }

    @Test
    void aRecordingWithSeveralFilesLeavesTheChoiceToTheRoute() throws Exception {
        Message message = receive(recorded(
                "{\"recordingStorageInfo\":{\"recordingChunks\":[{\"documentId\":\"a\",\"contentLocation\":\"https://a\"},"
                        + "{\"documentId\":\"b\",\"contentLocation\":\"https://b\"}]}}"));
        assertThat(message.getBody(RecordingFileStatusUpdated.class)
                        .recordingStorageInfo()
                        .recordingChunks())
                .extracting(RecordingChunk::documentId)
                .containsExactly("a", "b");
        assertThat(message.getHeaders())
                .containsEntry(CallAutomationConstants.RECORDING_ID, "from-subject")
                .doesNotContainKeys(CallAutomationConstants.CONTENT_LOCATION, CallAutomationConstants.DELETE_LOCATION);
    }

    @Test
    void whatTheDataSayBeatsTheSubjectAndCapitalsDoNotMatter() throws Exception {
        Message message = receive(
                recorded("{\"recordingId\":\"from-data\",\"serverCallId\":\"call\",\"correlationId\":\"both-legs\","
                        + "\"recordingContentType\":\"AudioVideo\",\"recordingChannelType\":\"Unmixed\","
                        + "\"recordingFormatType\":\"Mp4\",\"storageType\":\"blobstorage\"}"));
        RecordingFileStatusUpdated event = message.getBody(RecordingFileStatusUpdated.class);
        assertThat(event.recordingContentType()).isEqualTo(RecordingContentType.AUDIO_VIDEO);
        assertThat(event.recordingChannelType()).isEqualTo(RecordingChannelType.UNMIXED);
        assertThat(event.recordingFormatType()).isEqualTo(RecordingFormatType.MP4);
        assertThat(event.storageType()).isEqualTo("blobstorage");
        assertThat(message.getHeaders())
                .containsEntry(CallAutomationConstants.RECORDING_ID, "from-data")
                .containsEntry(CallAutomationConstants.SERVER_CALL_ID, "call")
                .containsEntry(CallAutomationConstants.CORRELATION_ID, "both-legs");
    }

    @Test
    void whatALaterVersionSaysIsNoObstacle() throws Exception {
        Message message = receive(
                recorded(
                        "{\"recordingFormatType\":\"Flac\",\"mood\":\"good\",\"recordingStorageInfo\":{\"recordingChunks\":"
                                + "[{\"documentId\":\"a\",\"contentLocation\":\"https://a\",\"checksum\":\"x\"}],\"kind\":1}}"));
        assertThat(message.getBody(RecordingFileStatusUpdated.class).recordingFormatType())
                .isNull();
        assertThat(message.getHeaders()).containsEntry(CallAutomationConstants.CONTENT_LOCATION, "https://a");
    }

    @Test
    void theStateOfARecordingNamesIt() throws Exception {
        assertThat(receive(sample("RecordingStateChanged")).getHeaders())
                .containsEntry(CallAutomationConstants.RECORDING_ID, "recordingId");
        MockEndpoint.resetMocks(context);
        assertThat(receive(sample("StartRecordingFailed")).getHeader(CallAutomationConstants.RECORDING_ID))
                .isNotNull();
    }

    @Test
    void aCallThatEndedTellsHowLongAndWhy() throws Exception {
        CallEnded event = receive(sample("CallEnded")).getBody(CallEnded.class);
        assertThat(event.durationOfCall()).isEqualTo(49.728617199999995);
        assertThat(event.startedBy().communicationIdentifier().rawId()).startsWith("8:acs:bc360ba8");
        assertThat(event.group()).isEqualTo(new CallGroup("00000000-0000-0000-0000-000000000000"));
        assertThat(event.room()).isEqualTo(new CallRoom("{roomId}"));
        assertThat(event.isTwoParty()).isFalse();
        assertThat(event.isRoomsCall()).isTrue();
        assertThat(event.reason()).isNull();
        assertThat(event.serverCallId()).isEqualTo("{serverCallId}");
        assertThat(event.correlationId()).isEqualTo("{correlationId}");

        MockEndpoint.resetMocks(context);
        String reason = callback("CallEnded", "2", "{\"reason\":{\"code\":0,\"subCode\":4097,\"phrase\":\"ended\"}}");
        assertThat(receive(reason).getBody(CallEnded.class).reason()).isEqualTo(new CallEndReason(0, 4097, "ended"));
    }

    @Test
    void aParticipantWhoLeftIsNamed() throws Exception {
        CallParticipantRemoved event = receive(sample("CallParticipantRemoved")).getBody(CallParticipantRemoved.class);
        assertThat(event.displayName()).isEqualTo("Sharif Chrome");
        assertThat(event.participantId()).isEqualTo("750a1442-3156-4914-94d2-62cf73796833");
        assertThat(event.endpointType()).startsWith("acs-web-test-client");
        assertThat(event.user().communicationIdentifier().rawId()).endsWith("0848220077d8");
        assertThat(event.user().role()).isEqualTo("{role}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PlayPaused", "HoldAudioStarted", "TeamsRecordingStateChanged"})
    void eventsOfPreviewsStayUnknownAndReadAsJson(String type) throws Exception {
        Message message = receive(callback(type, "1", "{\"recordingId\":\"r1\",\"callConnectionId\":\"c1\"}"));
        assertThat(message.getBody()).isInstanceOf(UnknownEvent.class);
        assertThat((Object) message.getBody(Map.class))
                .isEqualTo(Map.of("recordingId", "r1", "callConnectionId", "c1"));
    }
}
