package dev.callautomation.camel.completion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.ingress.EventParser;
import dev.callautomation.camel.ingress.ReceivedEvent;
import dev.callautomation.camel.ingress.WaitingOperations.Claim;
import dev.callautomation.camel.model.OperationTrace;
import dev.callautomation.camel.operation.CallAutomationOperation;
import dev.callautomation.camel.operation.Expectation;
import dev.callautomation.camel.operation.OperationCatalog;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of an event whose other node cannot be asked, or falls silent after its answer. */
class RelayedOperationsTest {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Wire wire = new Wire();
    private final PendingOperations local = new PendingOperations(timer, 10);
    private final RelayedOperations operations =
            new RelayedOperations("here", local, wire, timer, PATIENCE, Duration.ofMinutes(1));

    /** The other node is the test. */
    private static final class Wire implements NodeRelay {

        private final List<RelayMessage> sent = new ArrayList<>();
        private Consumer<byte[]> receiver;
        private Exception failure;

        @Override
        public void open(Consumer<byte[]> receiver) {
            this.receiver = receiver;
        }

        @Override
        public CompletionStage<Void> send(byte[] message) {
            if (failure != null) {
                return CompletableFuture.failedStage(failure);
            }
            try {
                sent.add(RelayMessage.read(message));
            } catch (IOException e) {
                return CompletableFuture.failedStage(e);
            }
            return CompletableFuture.completedStage(null);
        }

        void receive(RelayMessage message) {
            receiver.accept(message.write());
        }

        @Override
        public void close() {
            receiver = null;
        }
    }

    @BeforeEach
    void open() throws Exception {
        operations.open();
    }

    @AfterEach
    void stop() throws InterruptedException {
        operations.close();
        timer.shutdownNow();
        assertThat(timer.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    }

    private static ReceivedEvent event(String type, String context) throws Exception {
        String json = """
                {"id":"1","source":"test","specversion":"1.0","type":"Microsoft.Communication.%s",
                 "data":{"callConnectionId":"call-1"%s}}""".formatted(type, context == null ? "" : ",\"operationContext\":\"" + context + "\"");
        return EventParser.parse(json.getBytes(StandardCharsets.UTF_8), true).get(0);
    }

    @Test
    void whatSomebodyWaitsForIsTakenOnWhenThatNodeHasGoneOn() throws Exception {
        Claim claim = operations.offer(event("PlayCompleted", "~cca1~there~o1~~x"));
        RelayMessage question = wire.sent.get(0);
        assertThat(question.to()).isEqualTo("there");
        wire.receive(question.claim(false));
        assertThat(claim.nobodyWaited()).isCompletedWithValue(false);
        assertThat(claim.settled()).isNotDone();
        wire.receive(question.settled());
        assertThat(claim.settled()).isCompleted();
    }

    @Test
    void anEventThatCannotBeSentHasToComeAgain() throws Exception {
        wire.failure = new IOException("no broker");
        Claim claim = operations.offer(event("PlayCompleted", "~cca1~there~o1~~x"));
        assertThat(claim.nobodyWaited()).isCompletedWithValue(false);
        assertThat(claim.settled()).isCompletedExceptionally();
    }

    @Test
    void theEndOfACallThatCannotBeSentHasToComeAgain() throws Exception {
        wire.failure = new IOException("no broker");
        assertThat(operations.offer(event("CallDisconnected", null)).settled()).isCompletedExceptionally();
    }

    @Test
    void whatANodeTookOnBeforeItFellSilentHasToComeAgain() throws Exception {
        Claim taken = operations.offer(event("PlayCompleted", "~cca1~there~o1~~x"));
        wire.receive(wire.sent.get(0).claim(false));
        Claim unanswered = operations.offer(event("PlayCompleted", "~cca1~there~o2~~x"));
        assertThat(unanswered.nobodyWaited().toCompletableFuture().get(5, TimeUnit.SECONDS))
                .isTrue();
        assertThat(unanswered.settled().toCompletableFuture()).succeedsWithin(5, TimeUnit.SECONDS);
        assertThat(taken.settled().toCompletableFuture())
                .failsWithin(5, TimeUnit.SECONDS)
                .withThrowableThat()
                .withMessageContaining("silent");
    }

    @Test
    void whoSentARequestAgainAnswersForTheNodeThatSentItFirst() throws Exception {
        CompletableFuture<Outcome> end = new CompletableFuture<>();
        local.register(
                CallAutomationOperation.play,
                new Expectation(
                        OperationCatalog.find(CallAutomationOperation.play).completion(), Map.of(), 1),
                new OperationTrace("here", "o1", Map.of()),
                end::complete);
        wire.receive(RelayMessage.event(
                "third", "gone", 7, event("PlayCompleted", "~cca1~gone~o1~~x").delivered()));
        assertThat(end).isCompleted();
        RelayMessage answer = wire.sent.get(0);
        assertThat(answer.kind()).isEqualTo(RelayMessage.Kind.CLAIM);
        assertThat(answer.to()).isEqualTo("third");
        assertThat(answer.nobody()).isFalse();
    }

    @Test
    void othersAreAskedForANodeThatIsGone() throws Exception {
        Claim first = operations.offer(event("PlayCompleted", "~cca1~gone~o1~~x"));
        assertThat(first.nobodyWaited().toCompletableFuture().get(5, TimeUnit.SECONDS))
                .isTrue();
        Claim second = operations.offer(event("PlayCompleted", "~cca1~gone~o2~~x"));
        wire.receive(wire.sent.get(1).claim(false));
        assertThat(second.nobodyWaited()).isCompletedWithValue(false);
    }

    @Test
    void aNodeThatWasStartedAnewDoesNotSpeakForThoseWhoWait() throws Exception {
        Claim claim = operations.offer(event("PlayCompleted", "~cca1~there~o1~~x"));
        RelayMessage question = wire.sent.get(0);
        wire.receive(question.claim(true));
        wire.receive(new RelayMessage(RelayMessage.Kind.CLAIM, "third", "here", question.number(), false, null));
        assertThat(claim.nobodyWaited()).isCompletedWithValue(false);
    }

    @Test
    void anEventThatComesAgainIsTakenOnWhenItsRouteHasGoneOn() throws Exception {
        CompletableFuture<Outcome> end = new CompletableFuture<>();
        local.register(
                CallAutomationOperation.play,
                new Expectation(
                        OperationCatalog.find(CallAutomationOperation.play).completion(), Map.of(), 1),
                new OperationTrace("here", "o1", Map.of()),
                end::complete);
        operations.offer(event("PlayCompleted", "~cca1~here~o1~~x"));
        Claim again = operations.offer(event("PlayCompleted", "~cca1~here~o1~~x"));
        assertThat(again.settled()).isNotDone();
        end.join().settled().complete(null);
        assertThat(again.settled()).isCompleted();
    }
}
