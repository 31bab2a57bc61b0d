package dev.callautomation.camel;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.model.CommunicationIdentifier;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every action, written as a route author would: by endpoint options, with the identity of the call in headers. */
class ActionsByOptionsTest extends WireTestSupport {

    private static final String ACS_USER_PREFIX = "8:acs:7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10_";
    private static final String SERVER_CALL = GoldenRequest.named("connect-call-by-server-call-id")
            .body()
            .at("/callLocator/serverCallId")
            .textValue();
    private static final String INCOMING =
            GoldenRequest.named("answer-call").body().get("incomingCallContext").textValue();

    private static final String RECORDING =
            "RAW(" + GoldenRequest.named("stop-recording").recordingId() + ")";
    private static final String SOURCE = ACS_USER_PREFIX + "00000026-4b1c-aa10-42b7-593a0d00a7b8";
    private static final String OPERATION_CALLBACK =
            "operationCallbackUri=https://contact.example.com/callautomation/operations";
    private static final String SIP = "userToUser=56a1e5f3;encoding=hex&sipHeader.X-MS-Custom-customer=C-4711"
            + "&sipHeader.X-MS-Custom-queue=billing&sipHeader.X-priority=high";

    static Stream<Arguments> actions() {
        return Stream.of(
                arguments("create-call-to-user", "createCall?target=" + USER),
                arguments("create-call-to-phone", "createCall?target=+18005550199&sourceCallerIdNumber=+18005550100"),
                arguments(
                        "create-call-to-phone-with-display-name-and-cognitive-services",
                        "createCall?target=4:+18005550199&sourceCallerIdNumber=+18005550100"
                                + "&sourceDisplayName=Contact Center&operationContext=order-1001"
                                + "&cognitiveServicesEndpoint=https://contact-center.cognitiveservices.azure.com/"),
                arguments("create-call-from-source-identity", "createCall?target=" + USER + "&createAs=" + SOURCE),
                arguments(
                        "create-call-from-teams-app",
                        "createCall?target=+18005550199&teamsAppSource=28:orgid:e2a1b6c4-0d57-4c43-8a0f-54d1f7c9b3e8"),
                arguments(
                        "create-group-call",
                        "createCall?target=+18005550199, " + USER + ",8:orgid:8bd6a3f0-74f9-4f0c-9d60-2f0c8a3b6e91"
                                + "&sourceCallerIdNumber=+18005550100&sourceDisplayName=Contact Center"
                                + "&operationContext=order-1001"),
                arguments(
                        "connect-call-by-group-call-id",
                        "connectCall?operationContext=order-1001&groupCallId=b1d7e3c5-2f4a-4b68-8c9d-0e1f2a3b4c5d"),
                arguments("connect-call-by-server-call-id", "connectCall?serverCallId=" + SERVER_CALL),
                arguments("answer-call", "answerCall"),
                arguments(
                        "answer-call-as-source-identity",
                        "answerCall?operationContext=order-1001&answeredBy=" + SOURCE),
                arguments("reject-call", "rejectCall"),
                arguments("reject-call-none", "rejectCall?callRejectReason=none"),
                arguments("reject-call-busy", "rejectCall?callRejectReason=Busy"),
                arguments("reject-call-forbidden", "rejectCall?callRejectReason=forbidden"),
                arguments("redirect-call-to-user", "redirectCall?target=" + USER),
                arguments("redirect-call-to-phone", "redirectCall?target=+18005550199"),
                arguments(
                        "transfer-to-user-with-voip-headers",
                        "transfer?operationContext=order-1001&voipHeader.customerId=C-4711"
                                + "&voipHeader.reason=billing question&target=" + USER + "&" + OPERATION_CALLBACK),
                arguments(
                        "transfer-to-phone-with-sip-headers",
                        "transfer?operationContext=order-1001&target=+18005550199&" + SIP),
                arguments(
                        "transfer-to-phone-with-caller-id",
                        "transfer?operationContext=order-1001&target=+18005550199&sourceCallerIdNumber=+18005550100"),
                arguments(
                        "transfer-phone-out-of-group",
                        "transfer?operationContext=order-1001&target=+18005550199&transferee=+493023125017&"
                                + OPERATION_CALLBACK),
                arguments(
                        "add-participant-phone-with-all-options",
                        "addParticipant?target=+18005550199&sourceCallerIdNumber=+18005550100"
                                + "&sourceDisplayName=Contact Center&invitationTimeout=60s"
                                + "&operationContext=order-1001&" + SIP + "&" + OPERATION_CALLBACK),
                arguments("add-participant-user", "addParticipant?target=" + USER),
                arguments(
                        "cancel-add-participant-with-operation-callback",
                        "cancelAddParticipant?invitationId=3e8c5b1a-9d2f-4a67-b0c4-7f6e5d4c3b2a"
                                + "&operationContext=order-1001&" + OPERATION_CALLBACK),
                arguments("remove-participant-user", "removeParticipant?operationContext=order-1001&target=" + USER),
                arguments(
                        "remove-participant-phone-with-operation-callback",
                        "removeParticipant?operationContext=order-1001&target=+18005550199&" + OPERATION_CALLBACK),
                arguments("mute-participant", "muteParticipant?target=" + USER),
                arguments(
                        "move-participants-with-operation-callback",
                        "moveParticipants?operationContext=order-1001&moveFromCall=09004480-77b1-43aa-9c0e-5b2d8e6f1c30"
                                + "&target=" + USER + ",+18005550199&" + OPERATION_CALLBACK),
                arguments("get-call-properties", "getCallProperties"),
                arguments("get-participant-user", "getParticipant?target=" + USER),
                arguments("get-participant-phone", "getParticipant?target=+18005550199"),
                arguments("list-participants", "listParticipants"),
                arguments("hang-up", "hangUp"),
                arguments("hang-up-for-everyone", "hangUp?forEveryone=true"),
                arguments("start-recording-by-server-call-id", "startRecording?serverCallId=" + SERVER_CALL),
                arguments(
                        "start-recording-by-group-call-id",
                        "startRecording?groupCallId=b1d7e3c5-2f4a-4b68-8c9d-0e1f2a3b4c5d"),
                arguments("start-recording-by-room-id", "startRecording?roomId=99445276259151407"),
                arguments("start-recording-by-call-connection-id", "startRecording?callConnectionId=" + CALL),
                arguments(
                        "start-recording-paused-as-mp4",
                        "startRecording?recordingContentType=audioVideo&recordingChannelType=mixed"
                                + "&recordingFormatType=MP4&pauseOnStart=true&serverCallId=" + SERVER_CALL),
                arguments(
                        "start-recording-unmixed-with-ordering",
                        "startRecording?recordingContentType=audio&recordingChannelType=unmixed"
                                + "&recordingFormatType=wav&audioChannelParticipantOrdering=+18005550199," + USER
                                + "&serverCallId=" + SERVER_CALL),
                arguments(
                        "start-recording-to-own-storage",
                        "startRecording?serverCallId=" + SERVER_CALL + "&recordingDestinationContainerUrl="
                                + "https://contosorecordings.blob.core.windows.net/calls"),
                arguments("stop-recording", "stopRecording?recordingId=" + RECORDING),
                arguments("pause-recording", "pauseRecording?recordingId=" + RECORDING),
                arguments("resume-recording", "resumeRecording?recordingId=" + RECORDING),
                arguments("get-recording-state", "getRecordingState?recordingId=" + RECORDING));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("actions")
    void theRequestIsThatOfTheOfficialSdk(String golden, String uri) throws Exception {
        Map<String, Object> headers = uri.matches("(answer|reject|redirect).*")
                ? Map.of(CallAutomationConstants.INCOMING_CALL_CONTEXT, INCOMING)
                : Map.of();
        assertSends(GoldenRequest.named(golden), uri, headers);
    }

    @Test
    void targetsCanComeAsAListInAHeader() throws Exception {
        GoldenRequest golden = GoldenRequest.named("create-group-call");
        String options =
                "sourceCallerIdNumber=+18005550100&sourceDisplayName=Contact Center&operationContext=order-1001";
        List<Object> targets =
                List.of(PHONE, CommunicationIdentifier.of(USER), "8:orgid:8bd6a3f0-74f9-4f0c-9d60-2f0c8a3b6e91");
        assertSends(golden, "createCall?" + options, Map.of(CallAutomationConstants.TARGET, targets));
    }
}
