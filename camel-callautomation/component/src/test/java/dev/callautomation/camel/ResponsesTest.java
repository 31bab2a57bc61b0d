package dev.callautomation.camel;

import java.util.List;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.model.AddParticipantResponse;
import dev.callautomation.camel.model.CallConnectionProperties;
import dev.callautomation.camel.model.CallConnectionState;
import dev.callautomation.camel.model.CallParticipant;
import dev.callautomation.camel.model.CancelAddParticipantResponse;
import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.CommunicationUserIdentifier;
import dev.callautomation.camel.model.MediaStreamingSubscription;
import dev.callautomation.camel.model.MoveParticipantsResponse;
import dev.callautomation.camel.model.MuteParticipantsResult;
import dev.callautomation.camel.model.PhoneNumberIdentifier;
import dev.callautomation.camel.model.RecordingKind;
import dev.callautomation.camel.model.RecordingState;
import dev.callautomation.camel.model.RecordingStateResponse;
import dev.callautomation.camel.model.RemoveParticipantResponse;
import dev.callautomation.camel.model.SendDtmfTonesResult;
import dev.callautomation.camel.model.TranscriptionSubscription;
import dev.callautomation.camel.model.TransferCallResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What each operation makes of the service's answer, read member by member. */
class ResponsesTest extends WireTestSupport {

    private static final String TARGETED = "?callConnectionId=c1&invitationId=i1&incomingCallContext=x&target=" + USER;
    private static final String CONNECTION = """
            {"callConnectionId":"c1","serverCallId":"s1","targets":[{"rawId":"%s"}],"callConnectionState":"connected",
             "callbackUri":"https://contact.example.com/x","sourceCallerIdNumber":{"value":"+18005550100"},
             "sourceDisplayName":"Contact center","source":{"rawId":"4:+18005550100"},"correlationId":"x1",
             "answeredBy":{"id":"%s"},
             "mediaStreamingSubscription":{"id":"m1","state":"active","subscribedContentTypes":["audio"]},
             "transcriptionSubscription":{"id":"t1","state":"inactive","subscribedResultTypes":["final"],"locale":"en-US"},
             "answeredFor":{"value":"+18005550101"},"memberOfALaterVersion":true}
            """.formatted(USER, USER);
    private static final CallConnectionProperties CONNECTED = new CallConnectionProperties(
            "c1",
            "s1",
            List.of(CommunicationIdentifier.of(USER)),
            CallConnectionState.CONNECTED,
            "https://contact.example.com/x",
            new PhoneNumberIdentifier(CALLER_ID, null, null),
            "Contact center",
            CommunicationIdentifier.of(CALLER_ID),
            "x1",
            new CommunicationUserIdentifier(USER),
            new MediaStreamingSubscription("m1", "active", List.of("audio")),
            new TranscriptionSubscription("t1", "inactive", List.of("final"), "en-US"),
            new PhoneNumberIdentifier("+18005550101", null, null));
    private static final String PARTICIPANT =
            "{\"identifier\":{\"rawId\":\"" + USER + "\"},\"isMuted\":true,\"isOnHold\":false}";
    private static final CallParticipant MUTED = new CallParticipant(CommunicationIdentifier.of(USER), true, false);

    private static final String RECORDED = "?callConnectionId=c1&recordingId=r1";
    private static final String RECORDING = """
            {"recordingId":"r1","recordingState":"active","recordingKind":"teams","memberOfALaterVersion":true}
            """;
    private static final RecordingStateResponse ACTIVE =
            new RecordingStateResponse("r1", RecordingState.ACTIVE, RecordingKind.TEAMS);

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments("createCall" + TARGETED, 201, CONNECTION, CONNECTED),
                arguments("connectCall?roomId=1", 200, CONNECTION, CONNECTED),
                arguments("answerCall" + TARGETED, 200, CONNECTION, CONNECTED),
                arguments("getCallProperties" + TARGETED, 200, CONNECTION, CONNECTED),
                arguments("rejectCall" + TARGETED, 204, "", "as it was"),
                arguments("redirectCall" + TARGETED, 204, "", "as it was"),
                arguments("hangUp" + TARGETED, 204, "", "as it was"),
                arguments("hangUp?callConnectionId=c1&forEveryone=true", 204, "", "as it was"),
                arguments("play" + TARGETED + "&text=Welcome", 202, "", "as it was"),
                arguments("recognize" + TARGETED + "&maxTones=1", 202, "", "as it was"),
                arguments("cancelAllMediaOperations" + TARGETED, 202, "", "as it was"),
                arguments("startContinuousDtmfRecognition" + TARGETED, 200, "", "as it was"),
                arguments("stopContinuousDtmfRecognition" + TARGETED, 200, "", "as it was"),
                arguments(
                        "sendDtmfTones" + TARGETED + "&tones=1",
                        202,
                        "{\"operationContext\":\"o\"}",
                        new SendDtmfTonesResult("o")),
                arguments("hold" + TARGETED, 200, "", "as it was"),
                arguments("unhold" + TARGETED, 200, "", "as it was"),
                arguments("startTranscription" + TARGETED, 202, "", "as it was"),
                arguments("updateTranscription" + TARGETED + "&locale=fr-FR", 202, "", "as it was"),
                arguments("stopTranscription" + TARGETED, 202, "", "as it was"),
                arguments("startMediaStreaming" + TARGETED, 202, "", "as it was"),
                arguments("stopMediaStreaming" + TARGETED, 202, "", "as it was"),
                arguments("transfer" + TARGETED, 202, "{\"operationContext\":\"o\"}", new TransferCallResponse("o")),
                arguments(
                        "addParticipant" + TARGETED,
                        202,
                        "{\"participant\":" + PARTICIPANT + ",\"operationContext\":\"o\",\"invitationId\":\"i1\"}",
                        new AddParticipantResponse(MUTED, "o", "i1")),
                arguments(
                        "cancelAddParticipant" + TARGETED,
                        202,
                        "{\"invitationId\":\"i1\",\"operationContext\":\"o\"}",
                        new CancelAddParticipantResponse("i1", "o")),
                arguments(
                        "removeParticipant" + TARGETED,
                        202,
                        "{\"operationContext\":\"o\"}",
                        new RemoveParticipantResponse("o")),
                arguments(
                        "muteParticipant" + TARGETED,
                        200,
                        "{\"operationContext\":\"o\"}",
                        new MuteParticipantsResult("o")),
                arguments(
                        "moveParticipants" + TARGETED + "&moveFromCall=c2",
                        202,
                        "{\"participants\":[" + PARTICIPANT + "],\"operationContext\":\"o\",\"fromCall\":\"c2\"}",
                        new MoveParticipantsResponse(List.of(MUTED), "o", "c2")),
                arguments("getParticipant" + TARGETED, 200, PARTICIPANT, MUTED),
                arguments("listParticipants" + TARGETED, 200, "{\"value\":[" + PARTICIPANT + "]}", List.of(MUTED)),
                arguments("startRecording?serverCallId=s1&callConnectionId=c1", 200, RECORDING, ACTIVE),
                arguments("startRecording?callConnectionId=c1", 202, RECORDING, ACTIVE),
                arguments("getRecordingState" + RECORDED, 200, RECORDING, ACTIVE),
                arguments(
                        "getRecordingState" + RECORDED,
                        200,
                        "{\"recordingId\":\"r1\",\"recordingState\":\"hovering\",\"recordingKind\":\"new\"}",
                        new RecordingStateResponse("r1", null, null)),
                arguments("stopRecording" + RECORDED, 204, "", "as it was"),
                arguments("pauseRecording" + RECORDED, 202, "", "as it was"),
                arguments("resumeRecording" + RECORDED, 202, "", "as it was"),
                arguments(
                        "deleteRecording?callConnectionId=c1&deleteLocation=" + SERVICE.baseUrl() + "/x",
                        200,
                        "",
                        "as it was"));
    }

    /** The service has executed the operation. */
    @ParameterizedTest
    @CsvSource({
        "removeParticipant?target=" + USER + ", ''",
        "transfer?target=" + USER + ", ''",
        "muteParticipant?target=" + USER + ", ' '",
        "moveParticipants?moveFromCall=c2&target=" + USER + ", ''",
        "sendDtmfTones?tones=one&target=" + USER + ", null",
        "cancelAddParticipant?invitationId=i1, ''",
        "addParticipant?target=" + USER + ", ''",
        "startRecording?serverCallId=s1, '\n'"
    })
    void aSuccessWithoutADocumentLeavesTheBodyAsItWas(String operation, String answer) {
        answer(202, answer);
        Exchange exchange = template.request("callautomation:" + operation, message -> {
            message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            message.getMessage().setBody("as it was");
        });
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("as it was");
    }

    @ParameterizedTest
    @ValueSource(strings = {"createCall?target=" + USER, "getCallProperties", "listParticipants"})
    void aDocumentThatTheOperationIsAboutMustNotBeMissing(String operation) {
        answer(200, "");
        Exchange exchange = template.request("callautomation:" + operation, message -> message.getMessage()
                .setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL));
        assertThat(exchange.getException()).hasStackTraceContaining("The response of the service has no document");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void theAnswerIsTheBody(String uri, int status, String answer, Object body) {
        answer(status, answer);
        Exchange exchange = template.request(
                "callautomation:" + uri, message -> message.getMessage().setBody("as it was"));
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo(body);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aCallThatIsKnownNowIsKnownToTheNextOperation(String uri, int status, String answer, Object body) {
        answer(status, answer);
        Exchange exchange = template.request("callautomation:" + uri, message -> {});
        Object call = exchange.getMessage().getHeader(CallAutomationConstants.CALL_CONNECTION_ID);
        assertThat(call).isEqualTo("c1");
        if (body == CONNECTED) {
            assertThat(exchange.getMessage().getHeaders())
                    .containsEntry(CallAutomationConstants.SERVER_CALL_ID, "s1")
                    .containsEntry(CallAutomationConstants.CORRELATION_ID, "x1");
        }
        if (uri.matches(".*Recording(State)?\\?.*") && !uri.startsWith("delete")) {
            assertThat(exchange.getMessage().getHeader(CallAutomationConstants.RECORDING_ID))
                    .isEqualTo("r1");
        }
    }
}
