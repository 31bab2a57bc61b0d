package dev.callautomation.camel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.event.AddParticipantSucceeded;
import dev.callautomation.camel.event.CallConnected;
import dev.callautomation.camel.event.CallDisconnected;
import dev.callautomation.camel.event.ParticipantsUpdated;
import dev.callautomation.camel.event.PlayCanceled;
import dev.callautomation.camel.event.PlayCompleted;
import dev.callautomation.camel.event.RecordingStateChanged;
import dev.callautomation.camel.internal.completion.HeldDeadlines;
import dev.callautomation.simulator.fault.EventFault;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Operations that wait while the service sends early, twice and out of order, and people do not do what they should. */
class AwaitedTroubleTest extends AwaitOnSimulatorSupport {

    private static final List<String> TYPES = List.of(
            "CallConnected",
            "AddParticipantSucceeded",
            "ParticipantsUpdated",
            "PlayCompleted",
            "RecordingStateChanged",
            "CallDisconnected");

    private static final String PLAY = "play?text=Hello&voice=en-US-NancyNeural";

    /** Operations time out when the test says so. */
    private final HeldDeadlines deadlines = new HeldDeadlines();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getExecutorServiceManager().setThreadPoolFactory(deadlines);
        return context;
    }

    /** The exchange of an operation that times out once the service has accepted it. */
    private Exchange late(CallAutomationOperation operation, CompletableFuture<Exchange> exchange) throws Exception {
        await().until(() -> component.counts().operations().get(operation).accepted() > 0);
        deadlines.pass();
        return ended(exchange);
    }

    static Stream<List<EventFault>> deliveries() {
        return Stream.of(
                TYPES.stream().map(type -> Fault.onEvent(type).beforeResponse()).toList(),
                TYPES.stream().map(type -> Fault.onEvent(type).duplicate(2)).toList(),
                TYPES.stream().map(type -> Fault.onEvent(type).reorder()).toList());
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void eachOperationEndsWithItsEvent(List<EventFault> faults) {
        simulator().setFaults(faults.toArray(Fault[]::new));
        String call = call();
        awaited(AddParticipantSucceeded.class, TO_AGENT, in(call));
        awaited(ParticipantsUpdated.class, "hold?target=" + CUSTOMER, in(call));
        awaited(ParticipantsUpdated.class, "unhold?target=" + CUSTOMER, in(call));
        awaited(PlayCompleted.class, PLAY, in(call));
        awaited(PlayCompleted.class, PLAY, in(call));
        String server = awaitEvent(CallConnected.class, call).serverCallId();
        awaited(RecordingStateChanged.class, "startRecording", Map.of(CallAutomationConstants.SERVER_CALL_ID, server));
        awaited(CallDisconnected.class, "hangUp?forEveryone=true", in(call));
    }

    private CompletableFuture<Exchange> begin(String operation, String call) {
        return template.asyncSend(
                "callautomation:" + operation + "&awaitCompletion=true",
                exchange -> exchange.getMessage().setHeaders(new HashMap<>(in(call))));
    }

    private static Exchange ended(CompletableFuture<Exchange> exchange) throws Exception {
        return exchange.get(60, TimeUnit.SECONDS);
    }

    @Test
    void ofTwoInvitationsAtOnceEachEndsItsOwn() throws Exception {
        String call = call();
        simulator().phone(SUPERVISOR).behaviour(PhoneBehaviour.DECLINE);
        CompletableFuture<Exchange> agent = begin(TO_AGENT + "&operationContext=somebody", call);
        CompletableFuture<Exchange> supervisor =
                begin("addParticipant?target=" + SUPERVISOR + "&operationContext=somebody", call);
        assertThat(ended(agent).getMessage().getBody()).isInstanceOf(AddParticipantSucceeded.class);
        assertThat(ended(supervisor)
                        .getException(CallAutomationOperationFailedException.class)
                        .getEvent()
                        .type())
                .isEqualTo("AddParticipantFailed");
    }

    @Test
    void twoPromptsAtOnceEndOneAfterTheOther() throws Exception {
        String call = call();
        CompletableFuture<Exchange> first = begin(PLAY, call);
        CompletableFuture<Exchange> second = begin(PLAY, call);
        assertThat(ended(first).getMessage().getBody()).isInstanceOf(PlayCompleted.class);
        assertThat(ended(second).getMessage().getBody()).isInstanceOf(PlayCompleted.class);
        assertThat(first.join().getMessage().getHeader(CallAutomationConstants.EVENT_ID))
                .isNotEqualTo(second.join().getMessage().getHeader(CallAutomationConstants.EVENT_ID));
    }

    @Test
    void aCallerWhoLeavesEndsWhatWaits() throws Exception {
        String call = call();
        simulator().phone(AGENT).behaviour(PhoneBehaviour.NO_ANSWER);
        CompletableFuture<Exchange> invitation = begin(TO_AGENT, call);
        await().until(() -> !simulator().call(call).orElseThrow().ringing().isEmpty());
        simulator().phone(CUSTOMER).hangUp();
        assertThat(ended(invitation).getException()).isInstanceOf(CallAutomationOperationFailedException.class);
        assertThat(component.pendingOperations().size()).isZero();
    }

    @Test
    void anInvitationThatIsLateStopsRinging() throws Exception {
        String call = call();
        simulator().phone(AGENT).behaviour(PhoneBehaviour.NO_ANSWER);
        Exchange late = late(CallAutomationOperation.addParticipant, begin(TO_AGENT + "&cancelOnTimeout=true", call));
        assertThat(late.getException(CallAutomationTimeoutException.class).isCanceled())
                .isTrue();
        await().until(() -> simulator().call(call).orElseThrow().ringing().isEmpty());
    }

    @Test
    void aPromptThatIsLateFallsSilent() throws Exception {
        String call = call();
        Exchange late = late(CallAutomationOperation.play, begin(PLAY + "&loop=true&cancelOnTimeout=true", call));
        assertThat(late.getException(CallAutomationTimeoutException.class).isCanceled())
                .isTrue();
        awaitEvent(PlayCanceled.class, call);
    }

    @Test
    void anUnansweredCallStopsRingingAfterTheTimeout() throws Exception {
        simulator().phone(AGENT).behaviour(PhoneBehaviour.NO_ANSWER);
        Exchange late = late(
                CallAutomationOperation.createCall,
                begin("createCall?target=" + AGENT + "&cancelOnTimeout=true", "another"));
        CallAutomationTimeoutException timeout = late.getException(CallAutomationTimeoutException.class);
        assertThat(timeout.isCanceled()).isTrue();
        await().until(() ->
                simulator().call(timeout.getCallConnectionId()).orElseThrow().state() == CallState.DISCONNECTED);
    }
}
