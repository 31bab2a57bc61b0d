package dev.callautomation.camel;

import java.util.HashMap;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.AddParticipantSucceeded;
import dev.callautomation.camel.event.CallConnected;
import dev.callautomation.camel.event.CallDisconnected;
import dev.callautomation.camel.event.CallTransferAccepted;
import dev.callautomation.camel.event.MoveParticipantSucceeded;
import dev.callautomation.camel.event.ParticipantsUpdated;
import dev.callautomation.camel.event.PlayCompleted;
import dev.callautomation.camel.event.RecognizeCompleted;
import dev.callautomation.camel.event.RecordingStateChanged;
import dev.callautomation.camel.event.RemoveParticipantSucceeded;
import dev.callautomation.camel.event.SendDtmfTonesCompleted;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;

import static org.assertj.core.api.Assertions.assertThat;

/** Actions whose route goes on when the event has come that ends them, against the simulator. */
class AwaitedActionsTest extends AwaitOnSimulatorSupport {

    private Map<String, Object> in(String call, String recording) {
        Map<String, Object> headers = new HashMap<>(in(call));
        headers.put(CallAutomationConstants.RECORDING_ID, recording);
        return headers;
    }

    @Test
    void aCreatedCallIsConnectedWhenTheRouteGoesOn() {
        Exchange exchange = run("createCall?operationContext=order-1001&target=" + AGENT, Map.of());
        CallConnected event = exchange.getMessage().getBody(CallConnected.class);
        assertThat(event.operationContext()).isEqualTo("order-1001");
        assertThat(event.json().path("operationContext").asText()).isEqualTo("order-1001");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(CallAutomationConstants.CALL_CONNECTION_ID, event.callConnectionId())
                .containsEntry(CallAutomationConstants.SERVER_CALL_ID, event.serverCallId())
                .containsEntry(CallAutomationConstants.CORRELATION_ID, event.correlationId())
                .containsEntry(CallAutomationConstants.OPERATION_CONTEXT, "order-1001");
        assertThat(awaitEvent(CallConnected.class, event.callConnectionId()).operationContext())
                .as("what a consumer gets")
                .isEqualTo("order-1001");
    }

    @Test
    void aCallWithoutAContextGetsNone() {
        Exchange exchange = run("createCall?target=" + AGENT, Map.of());
        CallConnected event = exchange.getMessage().getBody(CallConnected.class);
        assertThat(event.operationContext()).isNull();
        assertThat(event.json().has("operationContext")).isFalse();
    }

    @Test
    void aDeclinedCallIsAnExceptionThatSaysWhy() {
        simulator().phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
        CallAutomationOperationFailedException failure = failure("createCall?target=" + AGENT, Map.of());
        assertThat(failure.getEvent().type()).isEqualTo("CreateCallFailed");
        assertThat(failure.getSubCode()).isEqualTo(5002);
        assertThat(failure.getSubCodeDescription()).isNotBlank();
        assertThat(failure.getMessage())
                .contains("createCall", "CreateCallFailed", "5002", failure.getSubCodeDescription());
    }

    @Test
    void anIncomingCallIsAnswered() {
        awaited(CallConnected.class, "answerCall", incoming());
    }

    @Test
    void aCallUnderWayIsConnectedTo() {
        String serverCallId = awaitEvent(CallConnected.class, call()).serverCallId();
        awaited(CallConnected.class, "connectCall", Map.of(CallAutomationConstants.SERVER_CALL_ID, serverCallId));
    }

    @Test
    void anAgentJoinsAndLeaves() {
        String call = call();
        assertThat(awaited(AddParticipantSucceeded.class, TO_AGENT, in(call))
                        .participant()
                        .rawId())
                .isEqualTo(AGENT);
        awaited(RemoveParticipantSucceeded.class, "removeParticipant?target=" + AGENT, in(call));
    }

    @Test
    void anAgentWhoDeclinesIsAnExceptionAndTheHeadersSayWhy() {
        String call = call();
        simulator().phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
        Exchange exchange = run(TO_AGENT, in(call));
        assertThat(exchange.getException()).isInstanceOf(CallAutomationOperationFailedException.class);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(CallAutomationConstants.EVENT_TYPE, "AddParticipantFailed")
                .containsKeys(
                        CallAutomationConstants.RESULT_SUB_CODE, CallAutomationConstants.RESULT_SUB_CODE_DESCRIPTION)
                .containsEntry(CallAutomationConstants.CALL_CONNECTION_ID, call);
    }

    @Test
    void aTransferIsAccepted() {
        awaited(CallTransferAccepted.class, "transfer?target=" + PHONE, in(call()));
    }

    @Test
    void aCallerIsMovedToAnotherCall() {
        String lobby = call();
        String call = awaited(CallConnected.class, "createCall?target=" + AGENT, Map.of())
                .callConnectionId();
        assertThat(awaited(
                                MoveParticipantSucceeded.class,
                                "moveParticipants?target=" + CUSTOMER + "&moveFromCall=" + lobby,
                                in(call))
                        .fromCall())
                .isEqualTo(lobby);
    }

    @Test
    void aParticipantIsMutedHeldAndTakenOffHold() {
        String call = call();
        awaited(AddParticipantSucceeded.class, TO_AGENT, in(call));
        awaited(ParticipantsUpdated.class, "muteParticipant?target=" + AGENT, in(call));
        awaited(ParticipantsUpdated.class, "hold?target=" + CUSTOMER, in(call));
        awaited(ParticipantsUpdated.class, "unhold?target=" + CUSTOMER, in(call));
    }

    @Test
    void whatIsPlayedRecognizedAndSentIsOver() {
        String call = call();
        awaited(PlayCompleted.class, "play?text=Hello&voice=en-US-NancyNeural", in(call));
        simulator().phone(CUSTOMER).script(Reaction.hearing("number").press("12#"));
        awaited(
                RecognizeCompleted.class,
                "recognize?text=Your number&voice=en-US-NancyNeural&maxTones=4&stopTones=%23&target=" + CUSTOMER,
                in(call));
        awaited(SendDtmfTonesCompleted.class, "sendDtmfTones?tones=12&target=" + CUSTOMER, in(call));
    }

    @Test
    void aRecordingStartsPausesGoesOnAndStops() {
        String call = call();
        String serverCallId = awaitEvent(CallConnected.class, call).serverCallId();
        Map<String, Object> headers = new HashMap<>(in(call));
        headers.put(CallAutomationConstants.SERVER_CALL_ID, serverCallId);
        String recording =
                awaited(RecordingStateChanged.class, "startRecording", headers).recordingId();
        awaited(RecordingStateChanged.class, "pauseRecording", in(call, recording));
        awaited(RecordingStateChanged.class, "resumeRecording", in(call, recording));
        awaited(RecordingStateChanged.class, "stopRecording", in(call, recording));
    }

    @Test
    void aCallIsOverWhenTheRouteGoesOn() {
        awaited(CallDisconnected.class, "hangUp?forEveryone=true", in(call()));
    }
}
