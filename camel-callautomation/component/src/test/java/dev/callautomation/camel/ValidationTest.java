package dev.callautomation.camel;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.model.AddParticipantRequest;
import dev.callautomation.camel.model.CallLocator;
import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.ConnectRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Wrong input is refused before anything is sent, in words that say what to change. */
class ValidationTest extends WireTestSupport {

    private static final String ADD_USER = "callautomation:addParticipant?target=" + USER;

    @AfterEach
    void nothingWasSent() {
        assertThat(requests()).isEmpty();
    }

    private String refused(String uri, Object body, Map<String, Object> headers) {
        Exchange exchange = template.request(uri, message -> {
            message.getMessage().setBody(body);
            headers.forEach(message.getMessage()::setHeader);
        });
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class);
        return exchange.getException().getMessage();
    }

    private String refusedInCall(String uri, Object body) {
        return refused(uri, body, Map.of(CallAutomationConstants.CALL_CONNECTION_ID, CALL));
    }

    @ParameterizedTest
    @CsvSource({
        "createCall, target",
        "connectCall, serverCallId",
        "answerCall, incomingCallContext",
        "rejectCall, incomingCallContext",
        "redirectCall?target=+18005550199, incomingCallContext",
        "transfer?target=+18005550199, callConnectionId",
        "transfer?callConnectionId=c1, target",
        "addParticipant?callConnectionId=c1, target",
        "cancelAddParticipant?callConnectionId=c1, invitationId",
        "removeParticipant?callConnectionId=c1, target",
        "muteParticipant?callConnectionId=c1, target",
        "moveParticipants?callConnectionId=c1&moveFromCall=c2, target",
        "moveParticipants?callConnectionId=c1&target=+18005550199, moveFromCall",
        "hangUp, callConnectionId",
        "getParticipant?callConnectionId=c1, target",
        "listParticipants, callConnectionId",
        "getCallProperties, callConnectionId",
        "startRecording, serverCallId",
        "stopRecording, recordingId",
        "pauseRecording, recordingId",
        "resumeRecording, recordingId",
        "getRecordingState, recordingId",
        "downloadRecording, contentLocation",
        "downloadRecording?recordingDocument=metadata, metadataLocation",
        "deleteRecording, deleteLocation",
        "createCall?target=+18005550199, sourceCallerIdNumber",
        "addParticipant?callConnectionId=c1&target=+18005550199, sourceCallerIdNumber"
    })
    void whatIsMissingIsNamedWithItsOptionAndHeader(String uri, String option) {
        String header = "CamelCallAutomation" + Character.toUpperCase(option.charAt(0)) + option.substring(1);
        assertThat(refused("callautomation:" + uri, null, Map.of()))
                .startsWith("callautomation:" + uri.split("\\?")[0])
                .contains("set the option " + option + " or the header " + header + " (");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "14255550100",
                "+1 425 555 0100",
                "+0425",
                "8:acs:",
                "4:+1 425 555 0100",
                "4:+1425\u0007550",
                "8:acs:r_u:",
                "acs:r_u",
                "sip:alice@example.com",
                "4:",
                "8:acs:a b",
                "+1234567890123456"
            })
    void anInvalidIdentifierIsRefusedWithTheAcceptedForms(String target) {
        assertThat(refused(
                        "callautomation:redirectCall",
                        null,
                        Map.of(
                                CallAutomationConstants.INCOMING_CALL_CONTEXT,
                                "c",
                                CallAutomationConstants.TARGET,
                                target)))
                .contains("+14255550100", "8:acs:<resource id>_<user id>", "8:orgid:", "28:orgid:", "target");
    }

    @Test
    void theOperationContextHasAtMost5000Characters() {
        String message = refused(
                ADD_USER,
                null,
                Map.of(
                        CallAutomationConstants.CALL_CONNECTION_ID,
                        CALL,
                        CallAutomationConstants.OPERATION_CONTEXT,
                        "x".repeat(5001)));
        assertThat(message).contains("5001", "operationContext", "CamelCallAutomationOperationContext", "5,000");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 181})
    void theInvitationTimeoutIsFrom0To180Seconds(int seconds) {
        assertThat(refusedInCall(ADD_USER + "&invitationTimeout=" + seconds * 1000, null))
                .contains("invitationTimeout", "CamelCallAutomationInvitationTimeout", "0 to 180");
    }

    @Test
    void thereAreAtMostFiveSipHeadersBesideUserToUser() {
        Map<String, Object> six =
                IntStream.range(0, 6).boxed().collect(Collectors.toMap(i -> "X-MS-Custom-" + i, String::valueOf));
        Map<String, Object> headers = new HashMap<>(Map.of(CallAutomationConstants.CALL_CONNECTION_ID, CALL));
        headers.put(CallAutomationConstants.SIP_HEADERS, six);
        assertThat(refused(ADD_USER, null, headers)).contains("6 SIP headers", "sipHeaders", "at most 5");
    }

    @ParameterizedTest
    @CsvSource({
        "Ticket, 1, does not start with X-",
        "X-MS-Custom-ticket number, 1, characters",
        "X-MS-Custom-ticket, a b, value",
    })
    void aSipHeaderFollowsTheRules(String name, String value, String problem) {
        assertThat(refused(
                        ADD_USER,
                        null,
                        Map.of(
                                CallAutomationConstants.CALL_CONNECTION_ID,
                                CALL,
                                CallAutomationConstants.SIP_HEADERS,
                                Map.of(name, value))))
                .contains(problem);
    }

    @Test
    void whatATeamsUserIsShownIsBounded() {
        Map<String, Object> topic = Map.of("callTopic", "x".repeat(49));
        assertThat(refusedInCall(ADD_USER, Map.of("customCallingContext", Map.of("teamsPhoneCallDetails", topic))))
                .contains("callTopic", "48", "teamsPhoneCallDetails");
        Map<String, String> eleven =
                IntStream.range(0, 11).boxed().collect(Collectors.toMap(String::valueOf, String::valueOf));
        Map<String, Object> caller = Map.of("teamsPhoneCallerDetails", Map.of("additionalCallerInformation", eleven));
        assertThat(refusedInCall(ADD_USER, Map.of("customCallingContext", Map.of("teamsPhoneCallDetails", caller))))
                .contains("additionalCallerInformation", "10");
    }

    @Test
    void voipHeadersAreBounded() {
        Map<String, Object> tooLong = Map.of("ticket", "x".repeat(1025));
        assertThat(refused(
                        ADD_USER,
                        null,
                        Map.of(
                                CallAutomationConstants.CALL_CONNECTION_ID,
                                CALL,
                                CallAutomationConstants.VOIP_HEADERS,
                                tooLong)))
                .contains("ticket", "1024");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://contact.example.com/events", "ftp://localhost/events", "contact.example.com/x", "::"})
    void aCallbackMustBeHttpsOrOnThisMachine(String uri) {
        assertThat(refusedInCall(ADD_USER + "&operationCallbackUri=RAW(" + uri + ")", null))
                .contains("operationCallbackUri");
        assertThat(refused(
                        "callautomation:createCall?target=" + USER + "&callbackUri=RAW(" + uri + ")", null, Map.of()))
                .contains("callbackUri");
    }

    @Test
    void withoutACallbackUriNoCallIsMade() {
        context.getComponent("callautomation", CallAutomationComponent.class)
                .getConfiguration()
                .setCallbackUri(null);
        assertThat(refused("callautomation:createCall?target=" + USER, null, Map.of()))
                .contains("set the option callbackUri");
    }

    @Test
    void aBodyWithAMisspelledMemberIsRefusedWithTheRightOnes() {
        assertThat(refusedInCall("callautomation:addParticipant", "{\"participant\":\"" + USER + "\"}"))
                .contains("participant", "AddParticipantRequest", "participantToAdd");
    }

    @Test
    void aBodyThatIsBrokenJsonIsRefused() {
        assertThat(refusedInCall(ADD_USER, "{\"operationContext\":")).contains("line 1");
    }

    @Test
    void aRequestOfAnotherOperationIsRefused() {
        ConnectRequest other = new ConnectRequest(CallLocator.room("1"), null, null, null, null, null);
        assertThat(refusedInCall(ADD_USER, other)).contains("ConnectRequest", "AddParticipantRequest");
    }

    @Test
    void anIdentifierInABodyNamesOneParty() {
        String body = "{\"participantToAdd\":{\"communicationUser\":{\"id\":\"" + USER
                + "\"},\"phoneNumber\":{\"value\":\"+18005550199\"}}}";
        assertThat(refusedInCall("callautomation:addParticipant", body)).contains("2 of communicationUser");
    }

    @Test
    void twoCallsCannotBeConnectedToAtOnce() {
        assertThat(refused("callautomation:connectCall?roomId=1&groupCallId=2", null, Map.of()))
                .contains("2 are set");
    }

    @Test
    void oneCallIsRecordedAtATime() {
        assertThat(refused("callautomation:startRecording?roomId=1&groupCallId=2", null, Map.of()))
                .contains("2 are set");
    }

    @Test
    void eventsAndFilesOfARecordingGoToHttpsOnly() {
        String start = "callautomation:startRecording?serverCallId=s1";
        assertThat(refused(start + "&recordingStateCallbackUri=http://contact.example.com/x", null, Map.of()))
                .contains("recordingStateCallbackUri", "https");
        assertThat(refused(
                        start + "&recordingDestinationContainerUrl=http://s.example.com/c?sig=s3cret", null, Map.of()))
                .contains("recordingDestinationContainerUrl", "https")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5})
    void aChannelOfARecordingIsFrom0To4(int channel) {
        String body = "{\"channelAffinity\":[{\"channel\":" + channel + ",\"participant\":\"" + USER + "\"}]}";
        assertThat(refused("callautomation:startRecording?serverCallId=s1", body, Map.of()))
                .contains("channels 0 to 4");
    }

    @ParameterizedTest
    @CsvSource({
        "downloadOffset=-1, downloadOffset",
        "downloadLength=0, downloadLength",
        "downloadOffset=0&downloadLength=-5, downloadLength",
    })
    void aPartOfARecordingHasBytes(String options, String option) {
        String uri = "callautomation:downloadRecording?contentLocation=" + SERVICE.baseUrl() + "/x&" + options;
        assertThat(refused(uri, null, Map.of())).contains("set the option " + option);
    }

    @Test
    void aPartOfARecordingIsGivenInNumbers() {
        String uri = "callautomation:downloadRecording?contentLocation=" + SERVICE.baseUrl() + "/x";
        assertThat(refused(uri, null, Map.of(CallAutomationConstants.DOWNLOAD_OFFSET, "half")))
                .contains("'half'", "downloadOffset");
    }

    @Test
    void aDocumentOfARecordingIsContentOrMetadata() {
        assertThat(refused(
                        "callautomation:downloadRecording",
                        null,
                        Map.of(CallAutomationConstants.RECORDING_DOCUMENT, "summary")))
                .contains("'summary'", "neither content nor metadata");
    }

    @Test
    void onePartyIsMutedAtATime() {
        assertThat(refusedInCall("callautomation:muteParticipant?target=" + USER + "," + USER, null))
                .contains("one participant at a time", "target");
    }

    @Test
    void forEveryoneIsYesOrNo() {
        assertThat(refused(
                        "callautomation:hangUp?callConnectionId=c1",
                        null,
                        Map.of(CallAutomationConstants.FOR_EVERYONE, "maybe")))
                .contains("forEveryone", "neither true nor false");
    }

    @Test
    void aTypedRequestIsCheckedLikeAnyOther() {
        AddParticipantRequest request =
                new AddParticipantRequest(null, null, CommunicationIdentifier.of("+18005550199"), 30, null, null, null);
        assertThat(refusedInCall("callautomation:addParticipant", request)).contains("sourceCallerIdNumber");
    }
}
