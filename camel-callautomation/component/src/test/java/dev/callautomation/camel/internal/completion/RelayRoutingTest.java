package dev.callautomation.camel.internal.completion;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.completion.SimulatedRelay.Version;
import dev.callautomation.camel.internal.ingress.EventCorrelator.Correlation;
import dev.callautomation.camel.internal.ingress.EventParser;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.operation.OperationCatalog;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

import static org.assertj.core.api.Assertions.assertThat;

/** Several nodes, to which the events of calls are delivered by chance, whatever the order of their messages. */
class RelayRoutingTest {

    private static final Duration REPLY_TIMEOUT = Duration.ofSeconds(5);
    private static final int SEEDS = 200;

    private final ManualTimer timer = new ManualTimer();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private record Node(String id, PendingOperations local, RelayedOperations operations) {}

    /** Nodes, their relay, and what was delivered to them. */
    private final class Cluster {

        private final Random chance;
        private final SimulatedRelay relay;
        private final List<Node> nodes = new ArrayList<>();
        private final Map<String, String> completedBy = new LinkedHashMap<>();
        private final Map<String, Correlation> correlations = new LinkedHashMap<>();
        private int deliveries;

        Cluster(long seed, double duplicates) {
            chance = new Random(seed);
            relay = new SimulatedRelay(chance, duplicates);
        }

        Node start(String id, Version version) throws Exception {
            PendingOperations local = new PendingOperations(
                    new Deadlines(timer, timer::nanoTime), 1_000, OperationCatalog::completesByCorrelation);
            RelayedOperations operations = new RelayedOperations(
                    id, local, relay.node(id, version), timer, timer::nanoTime, REPLY_TIMEOUT, Duration.ofMinutes(1));
            operations.open();
            Node node = new Node(id, local, operations);
            nodes.add(node);
            return node;
        }

        Node any() {
            return nodes.get(chance.nextInt(nodes.size()));
        }

        /** @param owner the node that the operation context names */
        void await(Node at, String owner, CallAutomationOperation operation, String call) {
            String id = operation + "-" + call;
            at.local()
                    .register(
                            operation,
                            CompletionExpectation.of(
                                            OperationCatalog.find(operation).completion())
                                    .correlatedBy(CorrelationKey.CALL, call),
                            new OperationContextPrefix(owner, id, Map.of()),
                            (completed, outcome) -> {
                                completedBy.put(id, outcome.event().envelope().shortType());
                                completed.processed().complete(null);
                            });
        }

        /** Awaits an operation whose event does not name it. */
        void awaitStop(Node at, String owner, String call) {
            await(at, owner, CallAutomationOperation.stopContinuousDtmfRecognition, call);
        }

        /** The event of {@link #awaitStop}. */
        void deliverStopped(Node to, String call) throws Exception {
            deliver(to, event("ContinuousDtmfRecognitionStopped", call, null));
        }

        void deliver(Node to, ReceivedEvent event) {
            correlations.put(
                    to.id() + " " + ++deliveries + " " + event.envelope().shortType(),
                    to.operations().correlate(event));
        }

        /** Until no message is in flight any more. */
        void deliverAll() {
            while (relay.deliverOne()) {}
        }

        /** Until no message is in flight any more, and no node waits for a reply. */
        void settle() {
            deliverAll();
            for (int i = 0; i < 24; i++) {
                timer.advance(REPLY_TIMEOUT.dividedBy(20));
                while (relay.deliverOne()) {}
            }
        }
    }

    private static ReceivedEvent event(String type, String call, String context) throws Exception {
        String json = """
                {"id":"%1$s-%2$s","source":"test","specversion":"1.0","type":"Microsoft.Communication.%1$s",
                 "time":"2026-01-01T00:00:00Z","data":{"callConnectionId":"%2$s"%3$s}}""".formatted(type, call, context == null ? "" : ",\"operationContext\":\"" + context + "\"");
        return EventParser.parse(json.getBytes(StandardCharsets.UTF_8), true).get(0);
    }

    private static String context(String owner, CallAutomationOperation operation, String call) {
        return "~cca1~" + owner + "~" + operation + "-" + call + "~~x";
    }

    /**
     * Each call waits for its prompt, which an event names, and for two events that name no operation, on two nodes. A call may
     * have been started before the relay.
     */
    private static void calls(Cluster cluster, int calls, List<Node> homes) throws Exception {
        List<Runnable> steps = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            String call = "call-" + i;
            Node home = homes.get(cluster.chance.nextInt(homes.size()));
            Node second = homes.get(cluster.chance.nextInt(homes.size()));
            if (cluster.chance.nextInt(4) > 0) {
                home.local().started(call);
            }
            cluster.await(home, home.id(), CallAutomationOperation.play, call);
            cluster.await(home, home.id(), CallAutomationOperation.cancelAllMediaOperations, call);
            ReceivedEvent completed =
                    event("PlayCompleted", call, context(home.id(), CallAutomationOperation.play, call));
            ReceivedEvent canceled = event("PlayCanceled", call, context("gone", CallAutomationOperation.play, "x"));
            ReceivedEvent stopped = event("ContinuousDtmfRecognitionStopped", call, null);
            for (ReceivedEvent event : List.of(completed, canceled)) {
                steps.add(() -> cluster.deliver(cluster.any(), event));
                if (cluster.chance.nextInt(4) == 0) {
                    // the service delivers it again
                    steps.add(() -> cluster.deliver(cluster.any(), event));
                }
            }
            steps.add(() -> {
                cluster.awaitStop(second, second.id(), call);
                for (int j = cluster.chance.nextInt(3); j > 0; j--) {
                    cluster.relay.deliverOne();
                }
                cluster.deliver(cluster.any(), stopped);
            });
        }
        while (!steps.isEmpty()) {
            steps.remove(cluster.chance.nextInt(steps.size())).run();
            for (int i = cluster.chance.nextInt(6); i > 0; i--) {
                cluster.relay.deliverOne();
            }
        }
    }

    private static void assertCompleted(Cluster cluster, int calls, String seed) {
        assertThat(cluster.completedBy).as(seed).hasSize(3 * calls);
        assertThat(cluster.completedBy).as(seed).allSatisfy((id, type) -> assertThat(type)
                .isEqualTo(
                        id.startsWith("play")
                                ? "PlayCompleted"
                                : id.startsWith("stop") ? "ContinuousDtmfRecognitionStopped" : "PlayCanceled"));
        assertThat(cluster.correlations).as(seed).allSatisfy((delivery, correlation) -> {
            assertThat(correlation.orphaned()).as(delivery).isCompletedWithValue(delivery.endsWith("Canceled"));
            assertThat(correlation.processed()).as(delivery).isCompleted();
        });
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void eachOperationIsCompletedByItsEventInAnyOrderOfMessages(Version first) throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            Cluster cluster = new Cluster(seed, 0.2);
            cluster.start((first == Version.FORMER ? "former-" : "node-") + 0, first);
            for (int i = 1; i < 3 + seed % 3; i++) {
                cluster.start("node-" + i, Version.CURRENT);
            }
            // a node is known by its first message, and so that it is of a former version
            cluster.settle();
            calls(cluster, 8, cluster.nodes);
            cluster.settle();
            assertCompleted(cluster, 8, "seed " + seed);
        }
    }

    @Test
    void theRepeatedRequestOfAStoppedNodeIsCompletedOnTheNodeThatHasRepeatedIt() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            Cluster cluster = new Cluster(seed, 0.2);
            Node stopped = cluster.start("stopped", Version.CURRENT);
            List<Node> left = List.of(
                    cluster.start("node-1", Version.CURRENT),
                    cluster.start("node-2", Version.CURRENT),
                    cluster.start("node-3", Version.CURRENT));
            // all nodes know each other
            calls(cluster, 4, cluster.nodes);
            cluster.settle();
            cluster.relay.stop(stopped.id());
            cluster.nodes.remove(stopped);
            if (seed % 2 == 0) {
                // restarted: it replies, and knows of no operation
                cluster.start("stopped", Version.CURRENT);
            }
            cluster.completedBy.clear();
            cluster.correlations.clear();
            cluster.await(left.get(0), "stopped", CallAutomationOperation.play, "repeated");
            ReceivedEvent event =
                    event("PlayCompleted", "repeated", context("stopped", CallAutomationOperation.play, "repeated"));
            cluster.deliver(left.get(1 + cluster.chance.nextInt(2)), event);
            cluster.settle();
            assertThat(cluster.completedBy).as("seed " + seed).containsEntry("play-repeated", "PlayCompleted");
            assertThat(cluster.correlations.values()).as("seed " + seed).allSatisfy(correlation -> {
                assertThat(correlation.orphaned()).isCompletedWithValue(false);
                assertThat(correlation.processed()).isCompleted();
            });
        }
    }

    /** A node comes and another one is gone, so that the calls have other keepers, of which some know nothing. */
    @Test
    void eachOperationIsCompletedAlthoughItsCallHasAnotherKeeperThanBefore() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            Cluster cluster = new Cluster(seed, 0.2);
            Node stopped = cluster.start("stopped", Version.CURRENT);
            for (int i = 1; i < 5; i++) {
                cluster.start("node-" + i, Version.CURRENT);
            }
            cluster.settle();
            List<Node> first = List.copyOf(cluster.nodes.subList(1, 3));
            List<Node> second = List.copyOf(cluster.nodes.subList(3, 5));
            for (int i = 0; i < 8; i++) {
                first.get(i % 2).local().started("call-" + i);
                cluster.await(first.get(i % 2), "x", CallAutomationOperation.cancelAllMediaOperations, "call-" + i);
            }
            if (seed % 2 == 0) {
                cluster.settle();
            }
            cluster.relay.stop(stopped.id());
            Node fresh = cluster.start(seed % 3 == 0 ? "stopped" : "fresh", Version.CURRENT);
            for (int i = 0; i < 8; i++) {
                cluster.awaitStop(second.get(i % 2), "y", "call-" + i);
                for (int j = cluster.chance.nextInt(20); j > 0; j--) {
                    cluster.relay.deliverOne();
                }
                cluster.deliver(fresh, event("PlayCanceled", "call-" + i, null));
                cluster.deliverStopped(first.get(0), "call-" + i);
            }
            cluster.settle();
            assertThat(cluster.completedBy).as("seed " + seed).hasSize(16);
            assertThat(cluster.correlations.values()).as("seed " + seed).allSatisfy(correlation -> assertThat(
                            correlation.processed())
                    .isCompleted());
        }
    }

    /** One node knows a keeper that was killed; those that have started since do not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOperationIsCompletedAlthoughItsNodeHasAnnouncedItToAKeeperThatIsGone(boolean waits) throws Exception {
        for (long seed = 0; seed < SEEDS / 4; seed++) {
            Cluster cluster = new Cluster(seed, 0.2);
            cluster.start("gone", Version.CURRENT);
            Node second = cluster.start("second", Version.CURRENT);
            cluster.settle();
            cluster.relay.stop("gone");
            Node first = cluster.start("first", Version.CURRENT);
            cluster.start("keeper", Version.CURRENT);
            cluster.deliverAll();
            int calls = 20;
            for (int i = 0; i < calls; i++) {
                first.local().started("call-" + i);
                cluster.deliverAll();
                cluster.awaitStop(second, "x", "call-" + i);
                cluster.deliverAll();
            }
            if (waits) {
                cluster.settle();
            }
            for (int i = 0; i < calls; i++) {
                cluster.deliverStopped(first, "call-" + i);
            }
            cluster.settle();
            assertThat(cluster.completedBy).as("seed " + seed).hasSize(calls);
        }
    }

    /** Each node misses what others say while it pauses, so that each knows other ones. */
    @Test
    void eachOperationIsCompletedWhicheverNodesKnowEachOther() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            Cluster cluster = new Cluster(seed, 0.2);
            for (int i = 0; i < 5; i++) {
                List<Node> before = List.copyOf(cluster.nodes);
                before.stream()
                        .filter(node -> cluster.chance.nextBoolean())
                        .forEach(node -> cluster.relay.pause(node.id()));
                Node started = cluster.start("node-" + i, Version.CURRENT);
                cluster.deliverAll();
                before.forEach(node -> cluster.relay.resume(node.id()));
                if (i == 1 || i == 2) {
                    cluster.relay.stop(started.id());
                    cluster.nodes.remove(started);
                }
            }
            calls(cluster, 8, cluster.nodes);
            cluster.settle();
            assertThat(cluster.completedBy).as("seed " + seed).hasSize(24);
        }
    }

    /** The keeper does not receive yet, although it has announced its start. */
    @Test
    void anOperationIsCompletedAlthoughItsAnnouncementIsLost() throws Exception {
        Cluster cluster = new Cluster(1, 0);
        Node first = cluster.start("first", Version.CURRENT);
        Node second = cluster.start("second", Version.CURRENT);
        cluster.start("keeper", Version.CURRENT);
        cluster.settle();
        int calls = 20;
        for (int i = 0; i < calls; i++) {
            first.local().started("call-" + i);
        }
        cluster.deliverAll();
        cluster.relay.pause("keeper");
        for (int i = 0; i < calls; i++) {
            cluster.awaitStop(second, "x", "call-" + i);
        }
        cluster.deliverAll();
        cluster.relay.resume("keeper");
        for (int i = 0; i < calls; i++) {
            cluster.deliverStopped(first, "call-" + i);
        }
        cluster.settle();
        assertThat(cluster.completedBy).hasSize(calls);
    }

    @Test
    void theCallsOfANodeThatStopsHaveAnotherKeeperAtOnce() throws Exception {
        for (long seed = 0; seed < SEEDS / 4; seed++) {
            Cluster cluster = new Cluster(seed, 0.2);
            Node stopped = cluster.start("stopped", Version.CURRENT);
            Node first = cluster.start("first", Version.CURRENT);
            Node second = cluster.start("second", Version.CURRENT);
            cluster.settle();
            int calls = 20;
            for (int i = 0; i < calls; i++) {
                first.local().started("call-" + i);
                stopped.local().started("call-of-stopped-" + i);
            }
            // they may be received after the announcement of the stop
            stopped.operations().correlate(event("CallDisconnected", "before", null));
            stopped.operations().close();
            cluster.deliverAll();
            for (int i = 0; i < calls; i++) {
                cluster.awaitStop(first, "x", "call-" + i);
                cluster.deliverAll();
                cluster.deliverStopped(second, "call-" + i);
                cluster.deliver(second, event("CallDisconnected", "call-of-stopped-" + i, null));
            }
            cluster.deliverAll();
            assertThat(cluster.completedBy).as("seed " + seed).hasSize(calls);
            assertThat(cluster.correlations.values()).as("seed " + seed).allSatisfy(correlation -> assertThat(
                            correlation.processed())
                    .isCompleted());
        }
    }

    @Test
    void theEventsOfACallWhoseNodeHasStoppedAreNotSentToAllNodes() throws Exception {
        Cluster cluster = new Cluster(1, 0);
        Node stopped = cluster.start("stopped", Version.CURRENT);
        for (int i = 1; i < 10; i++) {
            cluster.start("node-" + i, Version.CURRENT);
        }
        cluster.settle();
        int calls = 40;
        for (int i = 0; i < calls; i++) {
            stopped.local().started("call-" + i);
        }
        cluster.deliverAll();
        stopped.operations().close();
        cluster.nodes.remove(stopped);
        cluster.deliverAll();
        int before = cluster.relay.received();
        for (int i = 0; i < calls; i++) {
            cluster.deliver(cluster.any(), event("CallDisconnected", "call-" + i, null));
        }
        cluster.settle();
        // to the keeper and an acknowledgement; those that the node itself has kept to all nodes
        assertThat(cluster.relay.received() - before).isLessThan(calls * 4);
    }

    /** It announces no operations, so that the others must not consider it stopped. */
    @Test
    void theOperationsOfANodeThatSendsToAllAreCompletedAfterAPauseOfThatNode() throws Exception {
        Cluster cluster = new Cluster(1, 0);
        Node plain = cluster.start("plain", Version.CURRENT_WITHOUT_SEND_TO);
        Node first = cluster.start("first", Version.CURRENT);
        Node second = cluster.start("second", Version.CURRENT);
        cluster.settle();
        first.local().started("call");
        cluster.awaitStop(plain, "x", "call");
        cluster.relay.pause("plain");
        ReceivedEvent ofPlain = event("PlayCompleted", "call", context("plain", CallAutomationOperation.play, "call"));
        cluster.deliver(first, ofPlain);
        cluster.deliver(second, ofPlain);
        cluster.settle();
        cluster.relay.resume("plain");
        cluster.deliverStopped(second, "call");
        cluster.settle();
        assertThat(cluster.completedBy).hasSize(1);
    }

    @Test
    void anEventThatPrecededAnOperationDoesNotCompleteIt() throws Exception {
        Cluster cluster = new Cluster(1, 0);
        Node first = cluster.start("first", Version.CURRENT);
        Node second = cluster.start("second", Version.CURRENT);
        cluster.start("keeper", Version.CURRENT);
        cluster.settle();
        for (int i = 0; i < 20; i++) {
            String call = "call-" + i;
            first.local().started(call);
            cluster.awaitStop(first, "x", call);
            cluster.deliverAll();
            cluster.deliverStopped(first, call);
            cluster.deliverAll();
            assertThat(first.local().size()).isZero();
            timer.advance(Duration.ofMillis(200));
            cluster.awaitStop(second, "y", call);
            cluster.deliverAll();
            assertThat(second.local().size()).isEqualTo(i + 1);
        }
    }

    /** The keeper is gone, so that the event is sent to all nodes some seconds after it was delivered. */
    @Test
    void anEventThatIsSentAgainToAllNodesDoesNotCompleteOperationsThatBeganMeanwhile() throws Exception {
        Cluster cluster = new Cluster(1, 0);
        Node first = cluster.start("first", Version.CURRENT);
        Node second = cluster.start("second", Version.CURRENT);
        cluster.start("gone", Version.CURRENT);
        cluster.settle();
        cluster.relay.stop("gone");
        for (int i = 0; i < 20; i++) {
            cluster.await(second, "x", CallAutomationOperation.cancelAllMediaOperations, "call-" + i);
            cluster.deliver(first, event("PlayCanceled", "call-" + i, null));
            cluster.deliverStopped(first, "call-" + i);
        }
        cluster.deliverAll();
        timer.advance(Duration.ofSeconds(2));
        for (int i = 0; i < 20; i++) {
            cluster.awaitStop(second, "y", "call-" + i);
        }
        cluster.settle();
        assertThat(cluster.completedBy).hasSize(20).doesNotContainValue("ContinuousDtmfRecognitionStopped");
    }

    @Test
    void moreEventsThanAKeeperCanPassOnLaterAreSentToAllNodes() throws Exception {
        Cluster cluster = new Cluster(1, 0);
        Node keeper = cluster.start("keeper", Version.CURRENT);
        cluster.start("other", Version.CURRENT);
        cluster.settle();
        // a call of which the node that has started it is the keeper, too: nothing is relayed
        int call = 0;
        int before;
        do {
            call++;
            before = cluster.relay.received();
            keeper.local().started("call-" + call);
            cluster.settle();
        } while (cluster.relay.received() > before);
        ReceivedEvent event = event("ParticipantsUpdated", "call-" + call, null);
        for (int i = 0; i < RelayCalls.EVENTS; i++) {
            cluster.deliver(keeper, event);
        }
        cluster.deliverAll();
        assertThat(cluster.relay.received()).isEqualTo(before);
        cluster.deliver(keeper, event);
        cluster.deliverAll();
        assertThat(cluster.relay.received()).as("to all").isEqualTo(before + 2);
        timer.advance(REPLY_TIMEOUT.plusMillis(1));
        cluster.deliver(keeper, event);
        cluster.deliverAll();
        assertThat(cluster.relay.received())
                .as("those before are not kept any more")
                .isEqualTo(before + 2);
    }

    /** Three events that name their operation, and four that may end an operation of any node. */
    private double receivedPerCall(int nodes, Version version) throws Exception {
        Cluster cluster = new Cluster(1, 0);
        for (int i = 0; i < nodes; i++) {
            cluster.start("node-" + i, version);
        }
        // all nodes know each other
        for (Node node : cluster.nodes) {
            cluster.deliver(node, event("CallDisconnected", "before-" + node.id(), null));
        }
        cluster.settle();
        int before = cluster.relay.received();
        int calls = 50;
        for (int i = 0; i < calls; i++) {
            String call = "call-" + i;
            Node home = cluster.any();
            home.local().started(call);
            List<CallAutomationOperation> operations = List.of(
                    CallAutomationOperation.play,
                    CallAutomationOperation.recognize,
                    CallAutomationOperation.sendDtmfTones);
            for (CallAutomationOperation operation : operations) {
                cluster.await(home, home.id(), operation, call);
                String type =
                        switch (operation) {
                            case play -> "PlayCompleted";
                            case recognize -> "RecognizeCompleted";
                            default -> "SendDtmfTonesCompleted";
                        };
                cluster.deliver(cluster.any(), event(type, call, context(home.id(), operation, call)));
                cluster.settle();
            }
            for (String type : List.of(
                    "ParticipantsUpdated",
                    "ContinuousDtmfRecognitionStopped",
                    "MediaStreamingStopped",
                    "CallDisconnected")) {
                cluster.deliver(cluster.any(), event(type, call, null));
                cluster.settle();
            }
        }
        assertThat(cluster.completedBy).hasSize(3 * calls);
        return (cluster.relay.received() - before) / (double) calls;
    }

    /** A message takes as many receipts as the part of the nodes that are not its sender. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 10, 50})
    void aCallIsRelayedToItsOwnNodesOnly(int nodes) throws Exception {
        // for each of the 7 events two messages and an acknowledgement, and for the call one more with its
        // acknowledgement
        assertThat(receivedPerCall(nodes, Version.CURRENT)).isLessThan(0.5 + 23.0 * (nodes - 1) / nodes);
    }

    @Test
    void aRelayThatSendsToAllNodesOnlyIsReceivedByAll() throws Exception {
        assertThat(receivedPerCall(10, Version.CURRENT_WITHOUT_SEND_TO)).isBetween(100.0, 130.0);
    }
}
