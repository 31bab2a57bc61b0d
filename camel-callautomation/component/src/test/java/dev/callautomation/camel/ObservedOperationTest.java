package dev.callautomation.camel;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.ScriptedService.Reply;
import dev.callautomation.camel.event.AddParticipantSucceeded;
import dev.callautomation.camel.internal.completion.PendingOperationView;
import dev.callautomation.camel.internal.observation.OperationCounts;
import dev.callautomation.camel.internal.observation.OperationOutcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How awaited operations are counted and listed that do not end as usual. */
class ObservedOperationTest extends AwaitTestSupport {

    private static final Reply ACCEPTED = new Reply(202, "{}");

    private final AtomicBoolean vertxFails = new AtomicBoolean();
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void closeVertx() {
        vertx.close();
    }

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.setMaxPendingOperations(1);
        component.setVertx((Vertx) Proxy.newProxyInstance(
                Vertx.class.getClassLoader(), new Class<?>[] {VertxInternal.class}, (proxy, method, arguments) -> {
                    if (vertxFails.get() && method.getName().equals("getOrCreateContext")) {
                        throw new IllegalStateException("there are no threads");
                    }
                    return method.invoke(vertx, arguments);
                }));
    }

    private OperationCounts counts(CallAutomationOperation operation) {
        return component.counts().operations().get(operation);
    }

    private void check(CallAutomationOperation operation, OperationOutcome outcome) {
        OperationCounts counts = counts(operation);
        assertThat(counts.outcomes())
                .allSatisfy((one, count) -> assertThat(count).as("%s", one).isEqualTo(one == outcome ? 1L : 0L));
    }

    @Test
    void aPendingOperationIsListedUntilItEnds() throws Exception {
        Instant before = Instant.now().minusMillis(1);
        service.answering(request -> INVITED);
        CompletableFuture<Exchange> exchange = begin(ADD + AWAIT + "&completionTimeout=60000");
        waiting(1);
        List<PendingOperationView> pending = component.pendingOperations().views();
        assertThat(pending).hasSize(1).first().satisfies(operation -> {
            assertThat(operation.operation()).isEqualTo(CallAutomationOperation.addParticipant);
            assertThat(operation.callConnectionId()).isEqualTo(CALL);
            assertThat(operation.since()).isBetween(before, Instant.now());
            assertThat(Duration.between(operation.since(), operation.deadline()))
                    .isBetween(Duration.ofMillis(59_990), Duration.ofSeconds(90));
        });
        assertThat(component.getPendingOperations()).isEqualTo(1);
        tell("AddParticipantSucceeded", request(0), "");
        body(exchange, AddParticipantSucceeded.class);
        assertThat(component.pendingOperations().views()).isEmpty();
        assertThat(component.getOldestPendingOperation()).isZero();
        check(CallAutomationOperation.addParticipant, OperationOutcome.COMPLETED);
    }

    @Test
    void oneThatIsPendingWhenTheComponentStopsIsCountedAsStopped() throws Exception {
        service.answering(request -> INVITED);
        CompletableFuture<Exchange> exchange = begin(ADD + AWAIT);
        waiting(1);
        component.stop();
        failure(exchange, CallAutomationStoppedException.class);
        check(CallAutomationOperation.addParticipant, OperationOutcome.STOPPED);
        assertThat(component.getPendingOperations()).isZero();
    }

    @Test
    void oneAboveTheMaximumIsCountedAsNotSent() throws Exception {
        service.answering(request -> INVITED);
        CompletableFuture<Exchange> first = begin(ADD + AWAIT);
        waiting(1);
        failure(begin(PLAY + AWAIT), CallAutomationRequestFailedException.class);
        check(CallAutomationOperation.play, OperationOutcome.NOT_SENT);
        assertThat(counts(CallAutomationOperation.play).requests()).isZero();
        tell("AddParticipantSucceeded", request(0), "");
        body(first, AddParticipantSucceeded.class);
    }

    @Test
    void oneThatIsCanceledAfterItsTimeoutIsCountedAsTimedOut() throws Exception {
        service.answering(request -> request.path().contains("cancel") ? ACCEPTED : INVITED);
        CompletableFuture<Exchange> exchange = begin(ADD + AWAIT + "&completionTimeout=2000&cancelOnTimeout=true");
        waiting(1);
        deadlines.pass();
        request(1);
        tell("AddParticipantFailed", request(0), result(487, 10042));
        assertThat(failure(exchange, CallAutomationTimeoutException.class).isCanceled())
                .isTrue();
        check(CallAutomationOperation.addParticipant, OperationOutcome.TIMED_OUT);
        assertThat(counts(CallAutomationOperation.addParticipant).requests())
                .as("without the one that cancels it")
                .isEqualTo(1);
        checkCancellation(CallAutomationOperation.cancelAddParticipant, 0);
    }

    /** The request that cancels an operation is one of the operation that it is, which is not executed for an exchange. */
    private void checkCancellation(CallAutomationOperation operation, long retries) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(counts(operation).requests()).isEqualTo(1));
        assertThat(counts(operation).retries()).isEqualTo(retries);
        assertThat(counts(operation).accepted()).isZero();
        assertThat(counts(operation).outcomes().values()).containsOnly(0L);
    }

    @Test
    void aCancellationIsCountedWithItsRetries() throws Exception {
        AtomicInteger cancellations = new AtomicInteger();
        service.answering(request -> !request.path().contains("cancel")
                ? ACCEPTED
                : cancellations.incrementAndGet() == 1 ? new Reply(429, "{}") : ACCEPTED);
        CompletableFuture<Exchange> exchange = begin(PLAY + AWAIT + "&completionTimeout=2000&cancelOnTimeout=true");
        waiting(1);
        deadlines.pass();
        request(2);
        tell("PlayCanceled", request(0), result(200, 8501));
        failure(exchange, CallAutomationTimeoutException.class);
        check(CallAutomationOperation.play, OperationOutcome.TIMED_OUT);
        assertThat(counts(CallAutomationOperation.play).requests()).isEqualTo(1);
        assertThat(counts(CallAutomationOperation.play).retries()).isZero();
        checkCancellation(CallAutomationOperation.cancelAllMediaOperations, 1);
    }

    @Test
    void aCallThatIsNotAnsweredInTimeIsHungUp() throws Exception {
        service.answering(request -> request.method().equals("DELETE")
                ? new Reply(204, "")
                : new Reply(201, "{\"callConnectionId\":\"" + CALL + "\"}"));
        CompletableFuture<Exchange> exchange = begin("callautomation:createCall?target=%2B14255550111"
                + "&sourceCallerIdNumber=%2B18005550100" + AWAIT + "&completionTimeout=2000&cancelOnTimeout=true");
        waiting(1);
        deadlines.pass();
        request(1);
        tell("CallDisconnected", request(0), "");
        // that of the event which may follow
        deadlines.pass();
        failure(exchange, CallAutomationTimeoutException.class);
        checkCancellation(CallAutomationOperation.hangUp, 0);
    }

    private void checkAccepted(CallAutomationOperation operation, OperationOutcome outcome, long accepted) {
        check(operation, outcome);
        assertThat(counts(operation).accepted()).isEqualTo(accepted);
    }

    @Test
    void oneWhoseEventArrivesBeforeItsResponseIsAcceptedOnce() throws Exception {
        service.answering(request -> toldFirst("AddParticipantSucceeded", request, INVITED));
        body(begin(ADD + AWAIT), AddParticipantSucceeded.class);
        // the response of the second is read after that of the first
        service.answering(request -> INVITED);
        CompletableFuture<Exchange> second = begin(ADD + AWAIT);
        tell("AddParticipantSucceeded", request(1), "");
        body(second, AddParticipantSucceeded.class);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        counts(CallAutomationOperation.addParticipant).requests())
                .isEqualTo(2));
        assertThat(counts(CallAutomationOperation.addParticipant).accepted()).isEqualTo(2);
    }

    @Test
    void oneThatIsCompletedWithoutAResponseIsAccepted() throws Exception {
        service.answering(request -> toldFirst("AddParticipantSucceeded", request, new Reply(0, "")));
        body(begin(ADD + AWAIT), AddParticipantSucceeded.class);
        checkAccepted(CallAutomationOperation.addParticipant, OperationOutcome.COMPLETED, 1);
    }

    @Test
    void oneThatFailsAtTheServiceWithoutAResponseIsAccepted() throws Exception {
        service.answering(request -> toldFirst("AddParticipantFailed", request, new Reply(0, "")));
        failure(begin(ADD + AWAIT), CallAutomationOperationFailedException.class);
        checkAccepted(CallAutomationOperation.addParticipant, OperationOutcome.FAILED, 1);
    }

    @Test
    void oneWhoseCallEndsWithoutAResponseIsNotKnownToBeAccepted() throws Exception {
        service.answering(request -> {
            try {
                tell("CallDisconnected", (String) null, "");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return new Reply(0, "");
        });
        failure(begin(ADD + AWAIT), CallAutomationOperationFailedException.class);
        checkAccepted(CallAutomationOperation.addParticipant, OperationOutcome.FAILED, 0);
    }

    private Reply toldFirst(String type, ScriptedService.Request request, Reply reply) {
        try {
            tell(type, request, "");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return reply;
    }

    @Test
    void oneThatFailsWhileItIsSentEndsWithAnOutcome() throws Exception {
        vertxFails.set(true);
        failure(begin(ADD + AWAIT), CallAutomationRequestFailedException.class);
        failure(begin("callautomation:hangUp"), CallAutomationRequestFailedException.class);
        checkAccepted(CallAutomationOperation.addParticipant, OperationOutcome.UNANSWERED, 0);
        checkAccepted(CallAutomationOperation.hangUp, OperationOutcome.UNANSWERED, 0);
        assertThat(component.getPendingOperations()).isZero();
    }

    @Test
    void oneWithAnInvalidInputIsNotCounted() throws Exception {
        failure(begin("callautomation:addParticipant?awaitCompletion=true"), IllegalArgumentException.class);
        failure(begin("callautomation:muteParticipant"), IllegalArgumentException.class);
        assertThat(component.counts().operations().values()).allMatch(OperationCounts::isEmpty);
    }

    @Test
    void anEventOfAnOperationThatHasTimedOutIsOrphanedOnce() throws Exception {
        service.answering(request -> INVITED);
        CompletableFuture<Exchange> exchange = begin(ADD + AWAIT + "&completionTimeout=2000");
        waiting(1);
        deadlines.pass();
        failure(exchange, CallAutomationTimeoutException.class);
        assertThat(tell("AddParticipantSucceeded", request(0), "")).isEqualTo(200);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(component.getOrphanedEvents()).isEqualTo(1));
        assertThat(component.getUnmatchedEvents()).as("there is no consumer").isEqualTo(1);
        assertThat(component.counts().events()).isEqualTo(Map.of("AddParticipantSucceeded", 1L));
    }
}
