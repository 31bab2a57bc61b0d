package dev.callautomation.camel.internal.completion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.NodeRelay;
import dev.callautomation.camel.internal.ingress.EventCorrelator;
import dev.callautomation.camel.internal.ingress.EventParser;
import dev.callautomation.camel.internal.ingress.MalformedDeliveryException;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.support.Availability;
import dev.callautomation.camel.internal.support.CallIds;
import dev.callautomation.camel.internal.support.NodeId;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

/**
 * The pending operations of all nodes. An event whose operation context names another node is sent to that node, and is
 * delivered to the consumers of this node when the reply says whether it is orphaned. An event that may complete an
 * operation without naming it is sent to the nodes that have operations on its call.
 */
public final class RelayedOperations implements EventCorrelator {

    private static final Logger LOG = LoggerFactory.getLogger(RelayedOperations.class);

    /** How long a node that has not replied counts as unresponsive, unless it sends a message: in reply timeouts. */
    private static final int UNRESPONSIVE_TIMEOUTS = 12;

    private final String node;
    private final PendingOperations local;
    private final RelayHealth relay;
    private final RelayPeers peers;
    private final RelaySender sender;
    private final RelayQueries queries;
    private final RelayCalls calls;
    private final RelayPresence presence;

    /**
     * @param node               the id of this node
     * @param local              the pending operations of this node
     * @param timer              runs deadlines
     * @param replyTimeout       the time within which another node has to reply
     * @param acknowledgeTimeout the time after which the sender of an event no longer expects its acknowledgement
     */
    public RelayedOperations(
            String node,
            PendingOperations local,
            NodeRelay relay,
            ScheduledExecutorService timer,
            Duration replyTimeout,
            Duration acknowledgeTimeout) {
        this(node, local, relay, timer, System::nanoTime, replyTimeout, acknowledgeTimeout);
    }

    RelayedOperations(
            String node,
            PendingOperations local,
            NodeRelay relay,
            ScheduledExecutorService timer,
            LongSupplier nanoTime,
            Duration replyTimeout,
            Duration acknowledgeTimeout) {
        this.node = node;
        this.local = local;
        // starts with the time, so that a reply to a process that had the same node id before is no reply to this one
        AtomicLong numbers = new AtomicLong(System.currentTimeMillis() << Integer.SIZE / 2);
        boolean routesByCall = relay.sendsToOneNode();
        this.relay = new RelayHealth(node, relay, routesByCall, numbers::incrementAndGet);
        this.peers = new RelayPeers(node, routesByCall, replyTimeout.multipliedBy(UNRESPONSIVE_TIMEOUTS));
        this.sender = new RelaySender(this.relay, peers);
        this.queries = new RelayQueries(
                node, peers, sender, numbers::incrementAndGet, nanoTime, timer, replyTimeout, acknowledgeTimeout);
        this.calls = new RelayCalls(node, peers, sender, queries, nanoTime, replyTimeout);
        this.presence = new RelayPresence(node, this.relay, numbers::incrementAndGet, timer, replyTimeout);
    }

    @Override
    public void open() throws Exception {
        boolean returned = relay.open(this::received);
        presence.begin(returned);
        if (peers.routesByCall()) {
            local.observe(calls::pending);
        }
    }

    /** Sends a message that no other node regards, unless one was sent a moment ago. */
    public void probe() {
        relay.probe();
    }

    /** Whether the relay works; empty if no events are to be relayed. */
    public Optional<Availability.Status> status() {
        return relay.status();
    }

    @Override
    public boolean mayBeOrphaned(ReceivedEvent event) {
        return local.mayBeOrphaned(event);
    }

    @Override
    public Correlation correlate(ReceivedEvent event) {
        // an operation context is text of the sender: what is no id of a node is not asked for, nor logged
        Optional<OperationContextPrefix> remote = EventCorrelation.awaited(event)
                .filter(prefix ->
                        NodeId.isValid(prefix.node()) && !prefix.node().equals(node) && !local.isKnown(prefix));
        Correlation here = local.correlate(event);
        boolean concernsAll = local.completesByCorrelation(event.envelope().shortType());
        if (remote.isPresent()) {
            boolean byCall = concernsAll && peers.allRouteByCall();
            RelayQuery query = queries.ask(remote.get().node(), event, byCall || !concernsAll);
            CompletionStage<Void> sent = byCall ? calls.send(event) : CompletableFuture.completedStage(null);
            return new Correlation(
                    query.orphaned,
                    CompletableFuture.allOf(
                            here.processed().toCompletableFuture(), query.processed, sent.toCompletableFuture()));
        }
        if (concernsAll) {
            CompletionStage<Void> sent = calls.send(event);
            return new Correlation(here.orphaned(), here.processed().thenCombine(sent, (processed, nothing) -> null));
        }
        return here;
    }

    /** Without reading the event: with 10 nodes, a quarter less is allocated for the relay. */
    private boolean concernsOthersOnly(byte[] json) {
        RelayHead head;
        try {
            head = json == null ? null : RelayHead.read(json);
        } catch (IOException e) {
            // is reported when it is read as a whole
            return false;
        }
        if (head == null || !NodeId.isValid(head.from()) || !concernsOthersOnly(head)) {
            return false;
        }
        peers.messageReceived(head.from(), 0, head.addressable(), head.routesByCall());
        return true;
    }

    private boolean concernsOthersOnly(RelayHead head) {
        boolean forOther = NodeId.isValid(head.to()) && !head.to().equals(node);
        if (!"EVENT".equals(head.kind())) {
            return forOther;
        }
        // this node may have sent the request of the other one again
        return head.from().equals(node)
                || forOther
                        && head.type() != null
                        && head.operation() != null
                        && !local.completesByCorrelation(head.type())
                        && !local.isKnown(head.operation());
    }

    private void received(byte[] json) {
        if (concernsOthersOnly(json)) {
            return;
        }
        RelayMessage message;
        try {
            message = RelayMessage.read(json);
        } catch (IOException e) {
            LOG.warn("A message of the relay cannot be read: {}", e.getClass().getSimpleName());
            return;
        }
        if (node.equals(message.from())) {
            returned(message);
            return;
        }
        peers.messageReceived(message.from(), message.ownNumber(), message.addressable(), message.routesByCall());
        // what is for another node alone has been left out, apart from events
        switch (message.kind()) {
            case EVENT -> eventReceived(message, node.equals(message.to()));
            case EVENT_OF_CALL -> {
                eventReceived(message, false);
                calls.passOn(message).thenRun(() -> sender.send(message.processed()));
            }
            case REPLY -> queries.replied(message);
            case PROCESSED -> queries.processed(message);
            case PENDING -> calls.pendingElsewhere(message);
            case NODE_STARTED -> nodeStarted(message);
            case NODE_STOPPED -> {
                if (peers.stopped(message.from(), message.query())) {
                    queries.stopped(message.from());
                }
            }
        }
    }

    private void nodeStarted(RelayMessage message) {
        if (message.to() == null) {
            peers.started(message.from(), message.query());
        }
        presence.messageReceived(message);
    }

    private void returned(RelayMessage message) {
        if (message.kind() == RelayMessage.Kind.NODE_STARTED) {
            presence.messageReceived(message);
        } else {
            relay.returned(message);
        }
    }

    private void eventReceived(RelayMessage message, boolean forThisNode) {
        try {
            for (ReceivedEvent event :
                    EventParser.parse(message.event().getBytes(StandardCharsets.UTF_8), message.verified())) {
                // the events of a request that this node has sent again name the node that sent it first
                boolean query = forThisNode
                        || message.to() != null
                                && EventCorrelation.awaited(event)
                                        .filter(local::isKnown)
                                        .isPresent();
                if (query || local.completesByCorrelation(event.envelope().shortType())) {
                    Correlation correlation = CallIds.of(event.envelope())
                            .get(() -> local.correlate(event, Duration.ofMillis(message.age())));
                    if (query) {
                        reply(message, correlation);
                    }
                }
            }
        } catch (MalformedDeliveryException e) {
            LOG.warn("An event of the relay cannot be read: {}", e.getMessage());
        }
    }

    private void reply(RelayMessage query, Correlation correlation) {
        correlation.orphaned().thenAccept(orphaned -> {
            sender.send(query.reply(orphaned));
            if (!orphaned) {
                correlation.processed().thenRun(() -> sender.send(query.processed()));
            }
        });
    }

    /**
     * Announces that this node stops. To be called while routes still run, as the relay may send through one.
     *
     * @return completes when the announcement has been sent, or has failed
     */
    public CompletionStage<Void> announceStop() {
        return presence.end();
    }

    @Override
    public void close() {
        local.observe(PendingOperations.UNOBSERVED);
        presence.end();
        relay.close();
        local.close();
    }
}
