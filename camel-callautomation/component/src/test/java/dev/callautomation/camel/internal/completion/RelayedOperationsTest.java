package dev.callautomation.camel.internal.completion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.NodeRelay;
import dev.callautomation.camel.internal.ingress.EventCorrelator.Correlation;
import dev.callautomation.camel.internal.ingress.EventParser;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.operation.OperationCatalog;
import dev.callautomation.camel.internal.support.Availability;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Events whose operation is pending on another node, which may be unreachable, unresponsive or restarted. */
class RelayedOperationsTest {

    private static final Duration REPLY_TIMEOUT = Duration.ofSeconds(5);

    private final ManualTimer timer = new ManualTimer();
    private final Wire wire = new Wire();
    private final PendingOperations local =
            new PendingOperations(new Deadlines(timer, timer::nanoTime), 10, OperationCatalog::completesByCorrelation);
    private final RelayedOperations operations =
            new RelayedOperations("here", local, wire, timer, timer::nanoTime, REPLY_TIMEOUT, Duration.ofMinutes(1));

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(RelayedOperations.class.getPackageName());

    /** The other node is the test. */
    private static final class Wire implements NodeRelay {

        private final List<RelayMessage> sent = new ArrayList<>();
        private final List<String> receivers = new ArrayList<>();
        private Consumer<byte[]> receiver;
        private Exception failure;
        private RuntimeException thrown;
        private boolean returnsOwnMessages = true;

        @Override
        public void open(Consumer<byte[]> receiver) throws Exception {
            if (failure != null) {
                throw failure;
            }
            this.receiver = receiver;
        }

        @Override
        public boolean returnsOwnMessages() {
            return returnsOwnMessages;
        }

        @Override
        public CompletionStage<Void> send(byte[] message) {
            return sendTo("all", message);
        }

        @Override
        public CompletionStage<Void> sendTo(String node, byte[] message) {
            if (thrown != null) {
                throw thrown;
            }
            if (failure != null) {
                return CompletableFuture.failedStage(failure);
            }
            try {
                sent.add(RelayMessage.read(message));
                receivers.add(node);
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
        log.start();
        logger.addAppender(log);
        operations.open();
        // this node has announced its start, and receives
        wire.receive(wire.sent.get(0));
        wire.sent.clear();
        wire.receivers.clear();
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        operations.close();
        timer.shutdownNow();
    }

    private static ReceivedEvent event(String type, String context) throws Exception {
        return event(type, context, true);
    }

    private static ReceivedEvent event(String type, String context, boolean verified) throws Exception {
        String json = """
                {"id":"1","source":"test","specversion":"1.0","type":"Microsoft.Communication.%s",
                 "data":{"callConnectionId":"call-1"%s}}""".formatted(type, context == null ? "" : ",\"operationContext\":\"" + context + "\"");
        return EventParser.parse(json.getBytes(StandardCharsets.UTF_8), verified)
                .get(0);
    }

    @Test
    void anEventIsProcessedWhenTheNodeOfItsOperationSaysSo() throws Exception {
        Correlation correlation = operations.correlate(event("PlayCompleted", "~cca1~there~o1~~x"));
        RelayMessage query = wire.sent.get(0);
        assertThat(query.to()).isEqualTo("there");
        wire.receive(query.reply(false));
        assertThat(correlation.orphaned()).isCompletedWithValue(false);
        assertThat(correlation.processed()).isNotDone();
        wire.receive(query.processed());
        assertThat(correlation.processed()).isCompleted();
    }

    @Test
    void anEventThatCannotBeRelayedIsDeliveredAgain() throws Exception {
        wire.failure = new IOException("no broker");
        Correlation correlation = operations.correlate(event("PlayCompleted", "~cca1~there~o1~~x"));
        assertThat(correlation.orphaned()).isCompletedWithValue(false);
        assertThat(correlation.processed()).isCompletedExceptionally();
    }

    @Test
    void theEndOfACallThatCannotBeRelayedIsDeliveredAgain() throws Exception {
        wire.failure = new IOException("no broker");
        assertThat(operations.correlate(event("CallDisconnected", null)).processed())
                .isCompletedExceptionally();
    }

    @Test
    void eventsOfANodeThatBecomesUnresponsiveAreDeliveredAgain() throws Exception {
        Correlation replied = operations.correlate(event("PlayCompleted", "~cca1~there~o1~~x"));
        wire.receive(wire.sent.get(0).reply(false));
        Correlation withoutReply = operations.correlate(event("PlayCompleted", "~cca1~there~o2~~x"));
        timer.advance(REPLY_TIMEOUT);
        assertThat(withoutReply.orphaned()).isCompletedWithValue(true);
        assertThat(withoutReply.processed()).isCompleted();
        assertThat(replied.processed().toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withMessageContaining("unresponsive");
    }

    @Test
    void aNodeThatHasRepeatedARequestRepliesForTheNodeThatSentItFirst() throws Exception {
        CompletableFuture<CompletableFuture<Void>> end = new CompletableFuture<>();
        local.register(
                CallAutomationOperation.play,
                CompletionExpectation.of(
                        OperationCatalog.find(CallAutomationOperation.play).completion()),
                new OperationContextPrefix("here", "o1", Map.of()),
                (completed, outcome) -> end.complete(completed.processed()));
        wire.receive(RelayMessage.event("third", "gone", 7, event("PlayCompleted", "~cca1~gone~o1~~x")));
        assertThat(end).isCompleted();
        RelayMessage reply = wire.sent.get(0);
        assertThat(reply.kind()).isEqualTo(RelayMessage.Kind.REPLY);
        assertThat(reply.to()).isEqualTo("third");
        assertThat(reply.orphaned()).isFalse();
    }

    /** What follows the head would be reported if it was read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind':'EVENT','from':'there','to':'third','query':7,'type':'PlayCompleted','operation':'o1','event':{",
                "{'kind':'EVENT','from':'here','query':7,'type':'CallDisconnected','event':{",
                "{'kind':'REPLY','from':'there','to':'third','query':7,'orphaned':false,'event':{",
                "{'kind':'PROCESSED','from':'there','to':'third','query':7,'event':{"
            })
    void aMessageForAnotherNodeIsNotReadAsAWhole(String head) throws Exception {
        wire.receiver.accept(head.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind':'EVENT','from':'there','to':'here','query':7,'type':'PlayCompleted','operation':'o1','event':{",
                "{'kind':'EVENT','from':'there','query':0,'type':'CallDisconnected','event':{",
                "{'kind':'EVENT','from':'there','to':'third','query':7,'type':'TranscriptionFailed','operation':'o1','event':{",
                "{'kind':'EVENT','from':'there','to':'third','query':7,'event':{",
                "{'kind':'REPLY','from':'there','to':'here','query':7,'event':"
            })
    void aMessageThatMayConcernThisNodeIsRead(String head) throws Exception {
        wire.receiver.accept(head.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        assertThat(warnings()).singleElement().asString().contains("A message of the relay cannot be read");
    }

    @Test
    void aMessageForAnotherNodeShowsThatItsSenderResponds() throws Exception {
        makeUnresponsive();
        wire.receive(RelayMessage.event("gone", "third", 7, event("PlayCompleted", "~cca1~third~o3~~x")));
        Correlation second = operations.correlate(event("PlayCompleted", "~cca1~gone~o2~~x"));
        timer.advance(REPLY_TIMEOUT.minusMillis(1));
        assertThat(second.orphaned()).isNotDone();
    }

    @Test
    void whetherTheSenderOfAnEventWasVerifiedIsPassedOn() throws Exception {
        for (boolean verified : new boolean[] {true, false}) {
            wire.sent.clear();
            operations.correlate(event("PlayCompleted", "~cca1~there~o1~A=1&=s~x", verified));
            assertThat(RelayMessage.read(wire.sent.get(0).write()).verified()).isEqualTo(verified);

            CompletableFuture<ReceivedEvent> received = new CompletableFuture<>();
            local.register(
                    CallAutomationOperation.play,
                    CompletionExpectation.of(
                            OperationCatalog.find(CallAutomationOperation.play).completion()),
                    new OperationContextPrefix("here", "o" + verified, Map.of()),
                    (completed, outcome) -> received.complete(outcome.event()));
            wire.receive(RelayMessage.event(
                    "there", "here", 7, event("PlayCompleted", "~cca1~here~o" + verified + "~A=1&=s~x", verified)));
            assertThat(received).isCompleted();
            assertThat(received.join().verified()).isEqualTo(verified);
            assertThat(received.join().contextPrefix().headers().isEmpty()).isEqualTo(!verified);
        }
    }

    @Test
    void theEventOfAMessageThatDoesNotTellWhetherItIsVerifiedIsNot() throws Exception {
        RelayMessage old = RelayMessage.read(
                "{\"kind\":\"EVENT\",\"from\":\"there\",\"event\":{\"type\":\"x\"}}".getBytes(StandardCharsets.UTF_8));
        assertThat(old.verified()).isFalse();
    }

    private void makeUnresponsive() throws Exception {
        Correlation first = operations.correlate(event("PlayCompleted", "~cca1~gone~o1~~x"));
        timer.advance(REPLY_TIMEOUT.minusMillis(1));
        assertThat(first.orphaned()).isNotDone();
        timer.advance(Duration.ofMillis(1));
        assertThat(first.orphaned()).isCompletedWithValue(true);
    }

    /** Another node has sent an event to all. */
    private void receiveFrom(String node) throws Exception {
        wire.receive(RelayMessage.event(node, null, 0, event("CallDisconnected", null)));
    }

    private static byte[] former(RelayMessage message) {
        return new String(message.write(), StandardCharsets.UTF_8)
                .replace("\"addressable\":true,", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aNodeIsSentMessagesAloneOnceItHasSentOne() throws Exception {
        operations.correlate(event("PlayCompleted", "~cca1~there~o1~~x"));
        wire.receive(wire.sent.get(0).reply(false));
        operations.correlate(event("PlayCompleted", "~cca1~there~o2~~x"));
        operations.correlate(event("PlayCompleted", "~cca1~other~o3~~x"));
        assertThat(wire.receivers).containsExactly("all", "there", "all");
    }

    @Test
    void theHeadOfAMessageForAnotherNodeShowsThatItsSenderTakesMessages() throws Exception {
        wire.receive(RelayMessage.event("there", "third", 7, event("PlayCompleted", "~cca1~third~o3~~x")));
        operations.correlate(event("PlayCompleted", "~cca1~there~o1~~x"));
        assertThat(wire.receivers).containsExactly("there");
    }

    @Test
    void anEventThatMayConcernOtherOperationsIsSentToAllAlthoughItNamesOne() throws Exception {
        receiveFrom("there");
        operations.correlate(event("PlayCanceled", "~cca1~there~o1~~x"));
        operations.correlate(event("CallDisconnected", null));
        assertThat(wire.receivers).containsExactly("all", "all");
    }

    @Test
    void aNodeOfAFormerVersionIsNotSentMessagesAlone() throws Exception {
        receiveFrom("there");
        wire.receiver.accept(former(RelayMessage.event("there", null, 0, event("CallDisconnected", null))));
        operations.correlate(event("PlayCompleted", "~cca1~there~o1~~x"));
        wire.receiver.accept(
                former(RelayMessage.event("there", "here", 7, event("PlayCompleted", "~cca1~here~o2~~x"))));
        assertThat(wire.sent).extracting(RelayMessage::kind).contains(RelayMessage.Kind.REPLY);
        assertThat(wire.receivers).containsOnly("all");
    }

    @Test
    void repliesAreSentToTheNodeThatAsksAlone() throws Exception {
        wire.receive(RelayMessage.event("there", "here", 7, event("PlayCompleted", "~cca1~here~o1~~x")));
        assertThat(wire.sent.get(0).kind()).isEqualTo(RelayMessage.Kind.REPLY);
        assertThat(wire.receivers).containsExactly("there");
    }

    @Test
    void allNodesAreAskedShortlyBeforeTheEndOfTheReplyTimeout() throws Exception {
        receiveFrom("there");
        Correlation correlation = operations.correlate(event("PlayCompleted", "~cca1~there~o1~~x"));
        timer.advance(REPLY_TIMEOUT.multipliedBy(9).dividedBy(10));
        assertThat(wire.receivers).containsExactly("there", "all");
        assertThat(wire.sent.get(1)).isEqualTo(wire.sent.get(0).withAge(Duration.ofMillis(4_500)));
        wire.receive(reply("third", wire.sent.get(1), false));
        timer.advance(REPLY_TIMEOUT);
        assertThat(correlation.orphaned()).isCompletedWithValue(false);
    }

    @Test
    void anEventIsOrphanedAtTheEndOfTheReplyTimeoutAndItsNodeIsNoLongerSentMessagesAlone() throws Exception {
        receiveFrom("there");
        Correlation correlation = operations.correlate(event("PlayCompleted", "~cca1~there~o1~~x"));
        timer.advance(REPLY_TIMEOUT.minusMillis(1));
        assertThat(correlation.orphaned()).isNotDone();
        timer.advance(Duration.ofMillis(1));
        assertThat(correlation.orphaned()).isCompletedWithValue(true);
        operations.correlate(event("PlayCompleted", "~cca1~there~o2~~x"));
        assertThat(wire.receivers).containsExactly("there", "all", "all");
    }

    @Test
    void allNodesAreAskedAtOnceWhenTheOperationIsNotPendingOnItsNode() throws Exception {
        receiveFrom("there");
        Correlation correlation = operations.correlate(event("PlayCompleted", "~cca1~there~o1~~x"));
        wire.receive(wire.sent.get(0).reply(true));
        wire.receive(wire.sent.get(0).reply(true));
        assertThat(wire.receivers).containsExactly("there", "all");
        wire.receive(reply("third", wire.sent.get(1), false));
        timer.advance(REPLY_TIMEOUT);
        assertThat(correlation.orphaned()).isCompletedWithValue(false);
        assertThat(wire.receivers).hasSize(2);
    }

    @Test
    void noOtherNodeIsAskedWhenTheOperationIsPending() throws Exception {
        receiveFrom("there");
        operations.correlate(event("PlayCompleted", "~cca1~there~o1~~x"));
        wire.receive(wire.sent.get(0).reply(false));
        timer.advance(REPLY_TIMEOUT);
        assertThat(wire.receivers).containsExactly("there");
    }

    @Test
    void anEventIsDeliveredAgainIfTheOtherNodesCannotBeAsked() throws Exception {
        receiveFrom("there");
        Correlation correlation = operations.correlate(event("PlayCompleted", "~cca1~there~o1~~x"));
        wire.failure = new IOException("no broker");
        timer.advance(REPLY_TIMEOUT);
        assertThat(correlation.orphaned()).isCompletedWithValue(false);
        assertThat(correlation.processed()).isCompletedExceptionally();
    }

    @Test
    void theAnnouncementOfAStartIsRepeatedUntilThisNodeReceivesIt() throws Exception {
        reopen(true);
        assertThat(wire.sent).extracting(RelayMessage::kind).containsExactly(RelayMessage.Kind.NODE_STARTED);
        wire.sent.clear();
        timer.advance(REPLY_TIMEOUT);
        assertThat(wire.sent).extracting(RelayMessage::kind).containsExactly(RelayMessage.Kind.NODE_STARTED);
        wire.receive(wire.sent.get(0));
        timer.advance(REPLY_TIMEOUT.multipliedBy(2));
        assertThat(wire.sent).hasSize(1);
    }

    @Test
    void theAnnouncementOfAStartIsReturnedToTheNodeThatHasStarted() throws Exception {
        wire.receive(RelayMessage.nodeStarted("there", null, 1).with(true));
        assertThat(wire.receivers).containsExactly("there");
        wire.receive(RelayMessage.nodeStarted("there", "here", 2).with(true));
        assertThat(wire.sent).hasSize(1);
    }

    /** Whether a relay returns messages may be known only when it is opened. */
    @Test
    void theAnnouncementOfAStartIsNotRepeatedWhereItDoesNotComeBack() throws Exception {
        reopen(false);
        timer.advance(REPLY_TIMEOUT.multipliedBy(2));
        assertThat(wire.sent).hasSize(1);
    }

    @Test
    void theStartOfANodeThatSendsToAllNodesOnlyIsNotReturned() {
        wire.receive(RelayMessage.nodeStarted("there", null, 1));
        assertThat(wire.sent).isEmpty();
    }

    @Test
    void aStopIsAnnouncedOnce() {
        operations.close();
        operations.close();
        assertThat(wire.sent).extracting(RelayMessage::kind).containsExactly(RelayMessage.Kind.NODE_STOPPED);
    }

    @Test
    void theOperationsOfANodeThatStopsAreAskedForElsewhereAtOnce() throws Exception {
        receiveFrom("there");
        operations.correlate(event("PlayCompleted", "~cca1~there~o1~~x"));
        wire.receive(RelayMessage.nodeStopped("there", 9));
        operations.correlate(event("PlayCompleted", "~cca1~there~o2~~x"));
        assertThat(wire.receivers).containsExactly("there", "all", "all");
    }

    /** And acknowledged when it was passed on. */
    @Test
    void anAnnouncementIsPassedOnByItsKeeperForItsOwner() {
        wire.receive(RelayMessage.pending("there", "here", 7, "there", "call-9", false));
        RelayMessage announcement = wire.sent.get(0);
        assertThat(announcement.kind()).isEqualTo(RelayMessage.Kind.PENDING);
        assertThat(announcement.from()).isEqualTo("here");
        assertThat(announcement.owner()).isEqualTo("there");
        assertThat(wire.sent.get(1).kind()).isEqualTo(RelayMessage.Kind.PROCESSED);
        assertThat(wire.receivers).containsExactly("all", "there");
    }

    @Test
    void anAnnouncementThatCannotBePassedOnIsNotAcknowledged() {
        wire.failure = new IOException("no broker");
        wire.receive(RelayMessage.pending("there", "here", 7, "there", "call-9", false));
        wire.failure = null;
        wire.receive(RelayMessage.pending("there", "here", 8, "there", "call-9", false));
        assertThat(wire.sent)
                .extracting(RelayMessage::kind, RelayMessage::query)
                .containsExactly(tuple(RelayMessage.Kind.PENDING, 0L), tuple(RelayMessage.Kind.PROCESSED, 8L));
    }

    @Test
    void theOwnerOfAnOperationIsNotConsideredResponsiveByTheMessageOfAnotherNode() throws Exception {
        wire.receive(RelayMessage.pending("there", null, 0, "gone", "call-1", false));
        operations.correlate(event("PlayCompleted", "~cca1~gone~o1~~x"));
        assertThat(wire.receivers).containsExactly("all");
    }

    @Test
    void aProbeIsSentToItsOwnNodeAlone() {
        operations.probe();
        assertThat(wire.receivers).containsExactly("here");
    }

    private static RelayMessage reply(String node, RelayMessage query, boolean orphaned) {
        return RelayMessage.reply(node, query.from(), query.query(), orphaned);
    }

    @Test
    void theReplyOfAnUnresponsiveNodeIsAwaitedForAShorterTime() throws Exception {
        makeUnresponsive();
        Correlation second = operations.correlate(event("PlayCompleted", "~cca1~gone~o2~~x"));
        assertThat(second.orphaned()).isNotDone();
        timer.advance(REPLY_TIMEOUT.dividedBy(10));
        assertThat(second.orphaned()).isCompletedWithValue(true);
    }

    @Test
    void aNodeThatSendsAMessageIsResponsiveAgain() throws Exception {
        makeUnresponsive();
        wire.receive(RelayMessage.event("gone", null, 0, event("CallDisconnected", null)));
        Correlation second = operations.correlate(event("PlayCompleted", "~cca1~gone~o2~~x"));
        timer.advance(REPLY_TIMEOUT.minusMillis(1));
        assertThat(second.orphaned()).isNotDone();
    }

    @Test
    void anotherNodeMayReplyForAnUnresponsiveNode() throws Exception {
        makeUnresponsive();
        Correlation second = operations.correlate(event("PlayCompleted", "~cca1~gone~o2~~x"));
        wire.receive(reply("third", wire.sent.get(1), false));
        timer.advance(REPLY_TIMEOUT);
        assertThat(second.orphaned()).isCompletedWithValue(false);
    }

    @Test
    void theReplyOfARestartedNodeDoesNotOverrideThatOfTheNodeWhereTheOperationIsPending() throws Exception {
        Correlation correlation = operations.correlate(event("PlayCompleted", "~cca1~there~o1~~x"));
        RelayMessage query = wire.sent.get(0);
        wire.receive(query.reply(true));
        assertThat(correlation.orphaned()).isNotDone();
        wire.receive(reply("third", query, false));
        timer.advance(REPLY_TIMEOUT);
        assertThat(correlation.orphaned()).isCompletedWithValue(false);
    }

    @Test
    void anEventIsOrphanedIfNoNodeRepliesThatItsOperationIsPending() throws Exception {
        Correlation correlation = operations.correlate(event("PlayCompleted", "~cca1~there~o1~~x"));
        wire.receive(wire.sent.get(0).reply(true));
        timer.advance(REPLY_TIMEOUT.dividedBy(10));
        assertThat(correlation.orphaned()).isCompletedWithValue(true);
        assertThat(correlation.processed()).isCompleted();
    }

    @Test
    void anEventThatIsDeliveredAgainIsProcessedWhenItsExchangeHasContinued() throws Exception {
        CompletableFuture<CompletableFuture<Void>> end = new CompletableFuture<>();
        local.register(
                CallAutomationOperation.play,
                CompletionExpectation.of(
                        OperationCatalog.find(CallAutomationOperation.play).completion()),
                new OperationContextPrefix("here", "o1", Map.of()),
                (completed, outcome) -> end.complete(completed.processed()));
        operations.correlate(event("PlayCompleted", "~cca1~here~o1~~x"));
        Correlation again = operations.correlate(event("PlayCompleted", "~cca1~here~o1~~x"));
        assertThat(again.processed()).isNotDone();
        end.join().complete(null);
        assertThat(again.processed()).isCompleted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "\"text\"",
                "7",
                "",
                "no JSON",
                "{\"kind\":\"EVENT\"}",
                "{\"kind\":null,\"from\":\"there\"}",
                "{\"kind\":\"OTHER\",\"from\":\"there\"}",
                "{\"kind\":\"EVENT\",\"from\":\"there\"}",
                "{\"kind\":\"EVENT\",\"from\":\"there\",\"event\":null}",
                "{\"kind\":\"EVENT\",\"from\":\"there\",\"event\":[]}",
                "{\"kind\":\"EVENT\",\"from\":null,\"event\":{}}",
                "{\"kind\":\"EVENT\",\"from\":{},\"event\":{}}",
                "{\"kind\":\"EVENT\",\"from\":\"x\\r\\nforged\",\"event\":{}}",
                "{\"kind\":\"EVENT\",\"from\":\"there\",\"to\":\"x\\nforged\",\"event\":{}}",
                "{\"kind\":\"REPLY\",\"from\":\"there\"}",
                "{\"kind\":\"REPLY\",\"to\":\"here\"}",
                "{\"kind\":\"PROCESSED\",\"from\":\"there\",\"query\":\"x\"}"
            })
    void aMessageThatNoNodeSendsIsRefusedWithAWarning(String message) {
        wire.receiver.accept(message.getBytes(StandardCharsets.UTF_8));
        assertThat(warnings()).singleElement().asString().contains("A message of the relay cannot be read");
        assertThat(warnings().get(0)).doesNotContain("\n", "\r", "forged");
        assertThat(wire.sent).isEmpty();
    }

    @Test
    void aMessageWithoutABodyIsRefusedWithAWarning() {
        wire.receiver.accept(null);
        assertThat(warnings()).singleElement().asString().contains("A message of the relay cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x\\r\\n2026 WARN forged", "a node"})
    void anOperationContextCannotMakeThisNodeAskForOrLogWhatIsNoNode(String name) throws Exception {
        Correlation correlation = operations.correlate(event("PlayCompleted", "~cca1~" + name + "~o1~~x"));
        assertThat(correlation.orphaned()).isCompletedWithValue(true);
        assertThat(wire.sent).isEmpty();
        timer.advance(REPLY_TIMEOUT);
        assertThat(warnings()).isEmpty();
    }

    private Availability.State relayState() {
        return operations.status().orElseThrow().state();
    }

    @Test
    void aProbeSucceedsWhenItsMessageComesBack() {
        assertThat(relayState()).isEqualTo(Availability.State.UNKNOWN);
        operations.probe();
        assertThat(relayState()).isEqualTo(Availability.State.UNKNOWN);
        wire.receive(wire.sent.get(0));
        assertThat(relayState()).isEqualTo(Availability.State.AVAILABLE);
        operations.probe();
        assertThat(wire.sent).as("not before some time has passed").hasSize(1);
    }

    @Test
    void theMessageOfAnotherProbeOrNodeIsNoEcho() {
        operations.probe();
        wire.receive(RelayMessage.echo("here", wire.sent.get(0).query() + 1));
        wire.receive(RelayMessage.echo("there", wire.sent.get(0).query()));
        wire.receive(RelayMessage.reply("here", "there", wire.sent.get(0).query(), false));
        assertThat(relayState()).isEqualTo(Availability.State.UNKNOWN);
    }

    @Test
    void aProbeThatCannotBeSentFailsWithTheReasonAndWithoutAWarning() {
        wire.failure = new IOException("no broker");
        operations.probe();
        assertThat(operations.status())
                .contains(new Availability.Status(
                        Availability.State.UNAVAILABLE, "a message could not be sent: no broker"));
        assertThat(warnings()).isEmpty();
    }

    private void reopen(boolean returnsOwnMessages) throws Exception {
        operations.close();
        wire.sent.clear();
        wire.returnsOwnMessages = returnsOwnMessages;
        operations.open();
    }

    @Test
    void aRelayThatDoesNotReturnMessagesIsAvailableOnceItIsOpen() throws Exception {
        reopen(false);
        assertThat(relayState()).isEqualTo(Availability.State.AVAILABLE);
        operations.probe();
        assertThat(relayState()).isEqualTo(Availability.State.AVAILABLE);
    }

    @Test
    void aRelayThatDoesNotReturnMessagesIsJudgedByTheResultOfTheLastOne() throws Exception {
        reopen(false);
        wire.failure = new IOException("no broker");
        operations.correlate(event("PlayCompleted", "~cca1~there~o1~~x"));
        assertThat(operations.status())
                .contains(new Availability.Status(
                        Availability.State.UNAVAILABLE, "a message could not be sent: no broker"));
        wire.failure = null;
        operations.correlate(event("CallDisconnected", null));
        assertThat(relayState()).isEqualTo(Availability.State.AVAILABLE);
    }

    @Test
    void aProbeRestoresARelayThatDoesNotReturnMessagesWithoutOthers() throws Exception {
        reopen(false);
        wire.failure = new IOException("no broker");
        operations.correlate(event("CallDisconnected", null));
        wire.failure = null;
        operations.probe();
        assertThat(relayState()).isEqualTo(Availability.State.AVAILABLE);
    }

    @Test
    void aMessageThatIsSentIsNoProofThatItsRelayReturnsMessages() throws Exception {
        operations.correlate(event("CallDisconnected", null));
        assertThat(relayState()).isEqualTo(Availability.State.UNKNOWN);
        wire.failure = new IOException("no broker");
        operations.correlate(event("CallDisconnected", null));
        assertThat(relayState()).isEqualTo(Availability.State.UNAVAILABLE);
        wire.failure = null;
        operations.correlate(event("CallDisconnected", null));
        assertThat(relayState()).isEqualTo(Availability.State.UNAVAILABLE);
        wire.sent.clear();
        operations.probe();
        wire.receive(wire.sent.get(0));
        assertThat(relayState()).isEqualTo(Availability.State.AVAILABLE);
    }

    @Test
    void aRelayThatThrowsHasNotSent() throws Exception {
        wire.thrown = new IllegalStateException("closed");
        assertThat(operations.correlate(event("CallDisconnected", null)).processed())
                .isCompletedExceptionally();
        assertThat(operations.status())
                .contains(
                        new Availability.Status(Availability.State.UNAVAILABLE, "a message could not be sent: closed"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRelayThatCannotBeOpenedIsUnavailableUntilItIsOpen(boolean returnsOwnMessages) throws Exception {
        wire.failure = new IOException("no broker");
        assertThatThrownBy(() -> reopen(returnsOwnMessages)).isSameAs(wire.failure);
        operations.probe();
        assertThat(wire.sent).isEmpty();
        assertThat(operations.status())
                .contains(new Availability.Status(Availability.State.UNAVAILABLE, "it could not be opened: no broker"));
        wire.failure = null;
        operations.open();
        operations.probe();
        wire.receive(wire.sent.get(wire.sent.size() - 1));
        assertThat(relayState()).isEqualTo(Availability.State.AVAILABLE);
    }

    @Test
    void otherNodesIgnoreAProbe() {
        wire.receive(RelayMessage.echo("there", 7));
        assertThat(wire.sent).isEmpty();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aRelayThatIsNotOpenIsNotProbed() {
        operations.close();
        wire.sent.clear();
        operations.probe();
        assertThat(wire.sent).isEmpty();
        assertThat(operations.status()).isEmpty();
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
