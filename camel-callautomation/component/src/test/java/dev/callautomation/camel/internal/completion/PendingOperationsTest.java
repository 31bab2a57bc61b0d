package dev.callautomation.camel.internal.completion;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.completion.Outcome.Status;
import dev.callautomation.camel.internal.ingress.EventCorrelator.Correlation;
import dev.callautomation.camel.internal.ingress.EventParser;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Pending operations, their events and their deadlines, without a Camel context. */
class PendingOperationsTest {

    private static final int CAPACITY = 3;
    private static final int TRANSFERRED = 7015;
    private static final Duration RESULT_DELAY = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final CompletionExpectation PLAY =
            CompletionExpectation.of(CompletionRules.byOperationContext("PlayCompleted", "PlayFailed"));
    private static final CompletionExpectation TRANSFER = CompletionExpectation.of(
                    CompletionRules.byOperationContext("CallTransferAccepted", "CallTransferFailed")
                            .mayEndCall(TRANSFERRED))
            .correlatedBy(CorrelationKey.CALL, "call-1");

    private final ManualTimer timer = new ManualTimer();
    private final PendingOperations operations =
            new PendingOperations(new Deadlines(timer, timer::nanoTime), CAPACITY, "CallDisconnected"::equals);
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<CompletableFuture<Void>> processing = new ArrayList<>();

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    private PendingOperation register(
            CallAutomationOperation operation, CompletionExpectation expectation, String operationId) {
        return operations.register(
                operation,
                expectation,
                new OperationContextPrefix("this-node", operationId, Map.of()),
                (completed, outcome) -> {
                    outcomes.add(outcome);
                    processing.add(completed.processed());
                });
    }

    private PendingOperation play(String operationId) {
        return register(CallAutomationOperation.play, PLAY, operationId);
    }

    private PendingOperation transfer(String operationId) {
        return register(CallAutomationOperation.transfer, TRANSFER, operationId);
    }

    private Correlation receive(String type, String operationId) throws Exception {
        return receive(type, operationId, 0);
    }

    private Correlation receive(String type, String operationId, int subCode) throws Exception {
        String context = operationId == null ? "" : "\"operationContext\":\"~cca1~this-node~" + operationId + "~\",";
        String json = """
                {"id":"event-1","source":"test","specversion":"1.0","type":"Microsoft.Communication.%s",
                 "data":{%s"callConnectionId":"call-1","resultInformation":{"code":200,"subCode":%d}}}""".formatted(type, context, subCode);
        ReceivedEvent event =
                EventParser.parse(json.getBytes(StandardCharsets.UTF_8), true).get(0);
        return operations.correlate(event);
    }

    private void assertOutcomes(Status... statuses) {
        assertThat(outcomes).extracting(Outcome::status).containsExactly(statuses);
    }

    @Test
    void anEventCompletesTheOperationThatItNames() throws Exception {
        play("o1");
        play("o2");
        assertThat(receive("PlayCompleted", "o2").orphaned()).isCompletedWithValue(false);
        assertOutcomes(Status.SUCCEEDED);
        assertThat(operations.size()).isEqualTo(1);
    }

    @Test
    void anEventOfAnUnknownOperationIsOrphaned() throws Exception {
        assertThat(receive("PlayCompleted", "o1").orphaned()).isCompletedWithValue(true);
    }

    @Test
    void anEventThatIsDeliveredAgainIsNotOrphaned() throws Exception {
        play("o1");
        receive("PlayCompleted", "o1");
        assertThat(receive("PlayCompleted", "o1").orphaned()).isCompletedWithValue(false);
        assertOutcomes(Status.SUCCEEDED);
    }

    @Test
    void anEventIsProcessedWhenItsExchangeHasContinued() throws Exception {
        play("o1");
        Correlation correlation = receive("PlayCompleted", "o1");
        assertThat(correlation.processed()).isNotDone();
        processing.get(0).complete(null);
        assertThat(correlation.processed()).isCompleted();
    }

    @Test
    void aDeadlineIsCanceledWithTheCompletion() throws Exception {
        PendingOperation play = play("o1");
        play.setDeadline(TIMEOUT);
        receive("PlayCompleted", "o1");
        assertThat(timer.scheduled()).isZero();
        timer.advance(TIMEOUT);
        assertOutcomes(Status.SUCCEEDED);
    }

    @Test
    void anOperationTimesOutAtItsDeadline() throws Exception {
        PendingOperation play = play("o1");
        play.setDeadline(TIMEOUT);
        timer.advance(TIMEOUT.minusMillis(1));
        assertThat(outcomes).isEmpty();
        timer.advance(Duration.ofMillis(1));
        assertOutcomes(Status.TIMED_OUT);
        assertThat(receive("PlayCompleted", "o1").orphaned()).isCompletedWithValue(true);
    }

    @Test
    void theFirstIdOfAKindStays() {
        PendingOperation play = play("o1");
        play.correlateBy(CorrelationKey.RECORDING, "recording-1");
        int size = operations.indexSize();
        play.correlateBy(CorrelationKey.RECORDING, "recording-2");
        assertThat(play.ids().recording()).isEqualTo("recording-1");
        assertThat(play.ids().operation()).isEqualTo("o1");
        assertThat(operations.indexSize()).isEqualTo(size);
    }

    @Test
    void anOperationIsShownWithItsAgeAndDeadline() {
        play("o1").setDeadline(TIMEOUT);
        timer.advance(Duration.ofSeconds(1));
        play("o2");
        timer.advance(Duration.ofSeconds(2));
        assertThat(operations.oldestAge()).isEqualTo(3000);
        List<PendingOperationView> views = operations.views();
        assertThat(Duration.between(views.get(0).since(), Instant.now()))
                .isBetween(Duration.ofSeconds(3), Duration.ofMinutes(1));
        // rounded up by one hundredth, and to milliseconds on both ends
        assertThat(Duration.between(views.get(0).since(), views.get(0).deadline()))
                .isBetween(TIMEOUT.minusMillis(2), TIMEOUT.plusMillis(102));
        assertThat(views.get(1).since()).isAfter(views.get(0).since());
        assertThat(views.get(1).deadline()).isNull();
    }

    @Test
    void aDeadlineReplacesTheOneBefore() {
        PendingOperation play = play("o1");
        play.setDeadline(TIMEOUT);
        play.setDeadline(TIMEOUT.multipliedBy(2));
        timer.advance(TIMEOUT);
        assertThat(outcomes).isEmpty();
        timer.advance(TIMEOUT);
        assertOutcomes(Status.TIMED_OUT);
    }

    @Test
    void theEndOfTheCallReplacesTheDeadline() throws Exception {
        PendingOperation transfer = transfer("o1");
        transfer.setDeadline(TIMEOUT);
        receive("CallDisconnected", null, TRANSFERRED);
        assertThat(outcomes).isEmpty();
        timer.advance(RESULT_DELAY);
        assertOutcomes(Status.SUCCEEDED);
        assertThat(timer.scheduled()).isZero();
    }

    @Test
    void aDeadlineThatIsSetAfterTheEndOfTheCallHasNoEffect() throws Exception {
        PendingOperation transfer = transfer("o1");
        receive("CallDisconnected", null, TRANSFERRED);
        transfer.setDeadline(TIMEOUT);
        assertThat(timer.scheduled()).isEqualTo(1);
        timer.advance(RESULT_DELAY);
        assertOutcomes(Status.SUCCEEDED);
    }

    @Test
    void theEventOfTheResultMayFollowTheEndOfTheCall() throws Exception {
        transfer("o1");
        receive("CallDisconnected", null, TRANSFERRED);
        receive("CallTransferFailed", "o1");
        assertOutcomes(Status.FAILED);
        timer.advance(RESULT_DELAY);
        assertOutcomes(Status.FAILED);
    }

    @Test
    void theEndOfACallThatArrivesBeforeTheResponseCompletesTheOperation() throws Exception {
        PendingOperation createCall = register(CallAutomationOperation.createCall, PLAY, "o1");
        receive("CallDisconnected", null);
        assertThat(outcomes).isEmpty();
        createCall.correlateBy(CorrelationKey.CALL, "call-1");
        assertOutcomes(Status.FAILED);
    }

    @Test
    void theEndOfACallThatIsDeliveredAgainDoesNotConcernALaterOperation() throws Exception {
        receive("CallDisconnected", null);
        transfer("o1");
        receive("CallDisconnected", null);
        timer.advance(RESULT_DELAY);
        assertThat(outcomes).isEmpty();
    }

    @Test
    void anAbandonedOperationHasNoOutcome() throws Exception {
        PendingOperation play = play("o1");
        assertThat(play.abandon()).isTrue();
        receive("PlayCompleted", "o1");
        assertThat(outcomes).isEmpty();
        assertThat(operations.size()).isZero();
    }

    @Test
    void theEventOfARequestWithoutResponseCompletesTheRepeatedRequest() throws Exception {
        play("o1").abandon();
        receive("PlayCompleted", "o1");
        play("o1");
        assertOutcomes(Status.SUCCEEDED);
    }

    @Test
    void anOperationThatIsCompletedCannotBeAbandoned() throws Exception {
        PendingOperation play = play("o1");
        receive("PlayCompleted", "o1");
        assertThat(play.abandon()).isFalse();
    }

    @Test
    void anOperationBeyondTheCapacityIsRejected() throws Exception {
        for (int i = 0; i < CAPACITY; i++) {
            play("o" + i);
        }
        assertThatThrownBy(() -> play("one-more"))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("maxPendingOperations");
        receive("PlayCompleted", "o0");
        play("one-more");
        assertThat(operations.size()).isEqualTo(CAPACITY);
    }

    @Test
    void pendingOperationsAreStopped() {
        play("o1");
        transfer("o2");
        operations.close();
        assertOutcomes(Status.STOPPED, Status.STOPPED);
        play("o3");
        assertOutcomes(Status.STOPPED, Status.STOPPED, Status.STOPPED);
        assertThat(operations.size()).isZero();
    }

    @Test
    void anEventThatArrivesWhileNothingIsPendingIsNotKept() throws Exception {
        receive("CallDisconnected", null);
        PendingOperation createCall = register(CallAutomationOperation.createCall, PLAY, "o1");
        createCall.correlateBy(CorrelationKey.CALL, "call-1");
        assertThat(outcomes).isEmpty();
    }

    @Test
    void anEventThatArrivesWhileAnotherOperationIsPendingIsKeptForOneThatDoesNotKnowItsCallYet() throws Exception {
        register(CallAutomationOperation.play, PLAY, "o1");
        PendingOperation createCall = register(CallAutomationOperation.createCall, PLAY, "o2");
        receive("CallDisconnected", null);
        createCall.correlateBy(CorrelationKey.CALL, "call-1");
        assertOutcomes(Status.FAILED);
    }

    @Test
    void theEventOfARequestWithoutResponseIsKeptWhileNothingIsPending() throws Exception {
        play("o1").abandon();
        assertThat(operations.size()).isZero();
        receive("PlayCompleted", "o1");
        play("o1");
        assertOutcomes(Status.SUCCEEDED);
    }

    @Test
    void operationsOfOneCallEndInTheOrderInWhichTheyWereRegistered() throws Exception {
        List<String> ended = new ArrayList<>();
        List<PendingOperation> pending = new ArrayList<>();
        for (String id : List.of("o1", "o2", "o3")) {
            pending.add(operations.register(
                    CallAutomationOperation.play,
                    CompletionExpectation.of(CompletionRules.byEndOfCall()),
                    new OperationContextPrefix("this-node", id, Map.of()),
                    (completed, outcome) -> ended.add(id)));
        }
        // their responses arrive in another order
        pending.get(2).correlateBy(CorrelationKey.CALL, "call-1");
        pending.get(0).correlateBy(CorrelationKey.CALL, "call-1");
        pending.get(1).correlateBy(CorrelationKey.CALL, "call-1");
        assertThat(operations.indexSize()).isEqualTo(6);
        receive("CallDisconnected", null);
        assertThat(ended).containsExactly("o1", "o2", "o3");
        assertThat(operations.indexSize()).isZero();
    }

    private void assertNothingIsLeft() {
        assertThat(operations.indexSize()).as("ids").isZero();
        assertThat(operations.size()).isZero();
        assertThat(timer.scheduled()).as("deadlines").isZero();
    }

    private PendingOperation transferWithDeadline() {
        PendingOperation pending = register(CallAutomationOperation.transfer, TRANSFER, "op-1");
        pending.setDeadline(TIMEOUT);
        pending.correlateBy(CorrelationKey.RECORDING, "recording-1");
        assertThat(operations.indexSize()).isEqualTo(3);
        assertThat(timer.scheduled()).isOne();
        return pending;
    }

    @Test
    void nothingIsLeftOfAnOperationThatItsEventCompletes() throws Exception {
        transferWithDeadline();
        receive("CallTransferAccepted", "op-1");
        assertNothingIsLeft();
        assertOutcomes(Status.SUCCEEDED);
    }

    @Test
    void nothingIsLeftOfAnOperationThatIsAbandoned() {
        transferWithDeadline().abandon();
        assertNothingIsLeft();
    }

    @Test
    void nothingIsLeftOfAnOperationThatTimesOut() {
        transferWithDeadline();
        timer.advance(TIMEOUT);
        assertNothingIsLeft();
    }

    @Test
    void nothingIsLeftOfOperationsThatAreStopped() {
        transferWithDeadline();
        operations.close();
        assertNothingIsLeft();
        assertOutcomes(Status.STOPPED);
    }

    @Test
    void nothingIsLeftOfAnOperationThatIsRegisteredAfterTheStop() {
        operations.close();
        PendingOperation pending = register(CallAutomationOperation.transfer, TRANSFER, "op-1");
        pending.setDeadline(TIMEOUT);
        pending.correlateBy(CorrelationKey.RECORDING, "recording-1");
        assertNothingIsLeft();
    }
}
