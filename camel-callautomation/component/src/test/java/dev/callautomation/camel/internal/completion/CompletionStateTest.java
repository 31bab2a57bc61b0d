package dev.callautomation.camel.internal.completion;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.internal.completion.CompletionState.Phase;
import dev.callautomation.camel.internal.completion.Outcome.Status;
import dev.callautomation.camel.internal.ingress.EventParser;
import dev.callautomation.camel.internal.ingress.MalformedDeliveryException;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** The transitions of a pending operation. */
class CompletionStateTest {

    private static final int TRANSFERRED = 7015;

    private static final CompletionRules PLAY = CompletionRules.byOperationContext("PlayCompleted", "PlayFailed");
    private static final CompletionRules TRANSFER = CompletionRules.byOperationContext(
                    "CallTransferAccepted", "CallTransferFailed")
            .mayEndCall(TRANSFERRED);

    private static CompletionState pending(CompletionRules rules) {
        return CompletionExpectation.of(rules).pending();
    }

    private static CompletionState pendingMove(int participants) {
        return CompletionExpectation.of(CompletionRules.byOperationContext("MoveParticipantSucceeded"))
                .withRequiredSuccesses(participants)
                .pending();
    }

    private static ReceivedEvent event(String type, String id) {
        return event(type, id, 0);
    }

    private static ReceivedEvent event(String type, String id, int subCode) {
        String json = """
                {%s"source":"test","specversion":"1.0","type":"Microsoft.Communication.%s",
                 "data":{"callConnectionId":"call-1","resultInformation":{"code":200,"subCode":%d}}}""".formatted(id == null ? "" : "\"id\":\"" + id + "\",", type, subCode);
        try {
            return EventParser.parse(json.getBytes(StandardCharsets.UTF_8), true)
                    .get(0);
        } catch (MalformedDeliveryException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertCompleted(CompletionState state, Status status, ReceivedEvent event) {
        assertThat(state.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(state.isFinal()).isTrue();
        assertThat(state.outcome()).isEqualTo(new Outcome(status, event));
    }

    @Test
    void anEventOfSuccessCompletesTheOperation() {
        ReceivedEvent completed = event("PlayCompleted", "1");
        assertCompleted(pending(PLAY).eventReceived(CorrelationKey.OPERATION, completed), Status.SUCCEEDED, completed);
    }

    @Test
    void anEventOfFailureCompletesTheOperation() {
        ReceivedEvent failed = event("PlayFailed", "1");
        assertCompleted(pending(PLAY).eventReceived(CorrelationKey.OPERATION, failed), Status.FAILED, failed);
    }

    @Test
    void anotherEventChangesNothing() {
        CompletionState state = pending(PLAY);
        assertThat(state.eventReceived(CorrelationKey.OPERATION, event("PlayStarted", "1")))
                .isSameAs(state);
    }

    @Test
    void anEventThatSharesOnlyTheCallChangesNothingIfTheOperationIsCorrelatedByItsContext() {
        CompletionState state = pending(PLAY);
        assertThat(state.eventReceived(CorrelationKey.CALL, event("PlayCompleted", "1")))
                .isSameAs(state);
    }

    @Test
    void theEndOfTheCallFailsTheOperationAtOnce() {
        ReceivedEvent end = event("CallDisconnected", "1");
        assertCompleted(pending(PLAY).eventReceived(CorrelationKey.CALL, end), Status.FAILED, end);
    }

    @Test
    void theEndOfTheCallIsNotFinalForAnOperationThatMayEndTheCall() {
        CompletionState ended = pending(TRANSFER).eventReceived(CorrelationKey.CALL, event("CallDisconnected", "1"));
        assertThat(ended.phase()).isEqualTo(Phase.CALL_ENDED);
        assertThat(ended.isFinal()).isFalse();
    }

    @Test
    void anEventThatArrivesAfterTheEndOfTheCallDecides() {
        ReceivedEvent failed = event("CallTransferFailed", "2");
        CompletionState state = pending(TRANSFER)
                .eventReceived(CorrelationKey.CALL, event("CallDisconnected", "1", TRANSFERRED))
                .eventReceived(CorrelationKey.OPERATION, failed);
        assertCompleted(state, Status.FAILED, failed);
    }

    @Test
    void withoutSuchAnEventTheSubcodeOfTheEndOfTheCallDecides() {
        ReceivedEvent transferred = event("CallDisconnected", "1", TRANSFERRED);
        ReceivedEvent hungUp = event("CallDisconnected", "1", 5000);
        assertCompleted(
                pending(TRANSFER)
                        .eventReceived(CorrelationKey.CALL, transferred)
                        .resultMissing(),
                Status.SUCCEEDED,
                transferred);
        assertCompleted(
                pending(TRANSFER).eventReceived(CorrelationKey.CALL, hungUp).resultMissing(), Status.FAILED, hungUp);
    }

    @Test
    void aSecondEndOfTheCallDoesNotReplaceTheFirst() {
        ReceivedEvent first = event("CallDisconnected", "1", TRANSFERRED);
        CompletionState ended = pending(TRANSFER).eventReceived(CorrelationKey.CALL, first);
        assertThat(ended.eventReceived(CorrelationKey.CALL, event("CallDisconnected", "2", 5000)))
                .isSameAs(ended);
    }

    @Test
    void aMissingResultChangesNothingAsLongAsTheCallLasts() {
        CompletionState state = pending(TRANSFER);
        assertThat(state.resultMissing()).isSameAs(state);
    }

    @Test
    void aMoveSucceedsWithTheEventOfItsLastParticipant() {
        ReceivedEvent last = event("MoveParticipantSucceeded", "2");
        CompletionState first =
                pendingMove(2).eventReceived(CorrelationKey.OPERATION, event("MoveParticipantSucceeded", "1"));
        assertThat(first.isFinal()).isFalse();
        assertCompleted(first.eventReceived(CorrelationKey.OPERATION, last), Status.SUCCEEDED, last);
    }

    @Test
    void anEventOfSuccessThatIsDeliveredAgainIsNotCountedAgain() {
        CompletionState state = pendingMove(3)
                .eventReceived(CorrelationKey.OPERATION, event("MoveParticipantSucceeded", "1"))
                .eventReceived(CorrelationKey.OPERATION, event("MoveParticipantSucceeded", "2"));
        assertThat(state.eventReceived(CorrelationKey.OPERATION, event("MoveParticipantSucceeded", "1")))
                .isSameAs(state);
        assertThat(state.eventReceived(CorrelationKey.OPERATION, event("MoveParticipantSucceeded", "2")))
                .isSameAs(state);
    }

    @Test
    void anEventWithoutAnIdIsCountedOnce() {
        CompletionState state =
                pendingMove(2).eventReceived(CorrelationKey.OPERATION, event("MoveParticipantSucceeded", null));
        assertThat(state.isFinal()).isFalse();
        assertThat(state.eventReceived(CorrelationKey.OPERATION, event("MoveParticipantSucceeded", null)))
                .isSameAs(state);
    }

    @Test
    void anOperationTimesOut() {
        assertCompleted(pending(PLAY).timedOut(), Status.TIMED_OUT, null);
    }

    @Test
    void anOperationIsStoppedWithTheComponent() {
        assertCompleted(pending(PLAY).stopped(), Status.STOPPED, null);
    }

    @Test
    void anOperationWithoutAResponseHasNoOutcome() {
        CompletionState abandoned = pending(PLAY).abandoned();
        assertThat(abandoned.phase()).isEqualTo(Phase.ABANDONED);
        assertThat(abandoned.isFinal()).isTrue();
        assertThat(abandoned.outcome()).isNull();
        CompletionState afterEndOfCall = pending(TRANSFER)
                .eventReceived(CorrelationKey.CALL, event("CallDisconnected", "1"))
                .abandoned();
        assertThat(afterEndOfCall.outcome()).isNull();
    }

    static Stream<UnaryOperator<CompletionState>> transitions() {
        return Stream.of(
                state -> state.eventReceived(CorrelationKey.OPERATION, event("PlayCompleted", "9")),
                state -> state.eventReceived(CorrelationKey.OPERATION, event("PlayFailed", "9")),
                state -> state.eventReceived(CorrelationKey.CALL, event("CallDisconnected", "9")),
                CompletionState::resultMissing,
                CompletionState::timedOut,
                CompletionState::stopped,
                CompletionState::abandoned);
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void aFinalStateNeverChanges(UnaryOperator<CompletionState> transition) {
        CompletionState pending = pending(PLAY);
        for (CompletionState last : new CompletionState[] {
            pending.eventReceived(CorrelationKey.OPERATION, event("PlayCompleted", "1")),
            pending.timedOut(),
            pending.stopped(),
            pending.abandoned()
        }) {
            assertThat(transition.apply(last)).isSameAs(last);
        }
    }
}
