package dev.callautomation.camel.internal.completion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.camel.support.LRUCacheFactory;
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
 * operation without naming it is sent to all nodes.
 */
public final class RelayedOperations implements EventCorrelator {

    private static final Logger LOG = LoggerFactory.getLogger(RelayedOperations.class);
    private static final int NODES = 1_000;

    /** How long a node that has not replied counts as unresponsive, unless it sends a message: in reply timeouts. */
    private static final int UNRESPONSIVE_TIMEOUTS = 12;

    /** The part of the reply timeout that other nodes have to reply in place of one that is unresponsive or restarted. */
    private static final int SHORT_TIMEOUT_DIVISOR = 10;

    private final String node;
    private final PendingOperations local;
    private final RelayHealth relay;
    private final ScheduledExecutorService timer;
    private final Duration replyTimeout;
    private final Duration acknowledgeTimeout;
    // starts with the time, so that a reply to a process that had the same node id before is no reply to this one
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis() << Integer.SIZE / 2);
    private final Map<Long, RelayQuery> queries = new ConcurrentHashMap<>();
    private final Map<String, Long> unresponsive = LRUCacheFactory.newLRUCache(NODES);

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
        this.node = node;
        this.local = local;
        this.relay = new RelayHealth(node, relay, numbers::incrementAndGet);
        this.timer = timer;
        this.replyTimeout = replyTimeout;
        this.acknowledgeTimeout = acknowledgeTimeout;
    }

    @Override
    public void open() throws Exception {
        relay.open(this::received);
    }

    private CompletionStage<Void> send(RelayMessage message) {
        return relay.send(message).whenComplete((nothing, failure) -> {
            if (failure != null) {
                LOG.warn("A relay message could not be sent to the other nodes", failure);
            }
        });
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
        if (remote.isPresent()) {
            RelayQuery query = query(remote.get().node(), event);
            return new Correlation(
                    query.orphaned,
                    here.processed().thenCombine(query.processed, (processedHere, processedThere) -> null));
        }
        if (local.completesByCorrelation(event.envelope().shortType())) {
            CompletionStage<Void> sent = send(RelayMessage.event(node, null, 0, event));
            return new Correlation(here.orphaned(), here.processed().thenCombine(sent, (processed, nothing) -> null));
        }
        return here;
    }

    private RelayQuery query(String owner, ReceivedEvent event) {
        long number = numbers.incrementAndGet();
        RelayQuery query = new RelayQuery(owner);
        queries.put(number, query);
        send(RelayMessage.event(node, owner, number, event)).whenComplete((nothing, failure) -> {
            if (failure != null) {
                query.fail(failure);
            }
        });
        schedule(isUnresponsive(owner) ? shortTimeout() : replyTimeout, () -> CallIds.of(event.envelope())
                .run(() -> replyTimedOut(number, query)));
        return query;
    }

    private void schedule(Duration delay, Runnable task) {
        timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Duration shortTimeout() {
        return replyTimeout.dividedBy(SHORT_TIMEOUT_DIVISOR);
    }

    private void replyTimedOut(long number, RelayQuery query) {
        if (query.orphaned()) {
            queries.remove(number);
            unresponsive(query.node);
        } else {
            // a later acknowledgement is of no use: the sender of the event has been told to deliver it again
            schedule(acknowledgeTimeout, () -> queries.remove(number));
        }
    }

    /** Events that the node has replied to, and not acknowledged as processed, have to be delivered again. */
    private void unresponsive(String owner) {
        if (!isUnresponsive(owner)) {
            LOG.warn("The node {} does not reply; its pending operations are considered orphaned", owner);
        }
        unresponsive.put(owner, System.nanoTime());
        queries.values().stream()
                .filter(query -> query.isPendingAt(owner))
                .forEach(query -> query.fail(new TimeoutException(
                        "The node " + owner + " became unresponsive before it had processed the event")));
    }

    private boolean isUnresponsive(String owner) {
        Long since = unresponsive.get(owner);
        return since != null && System.nanoTime() - since < replyTimeout.toNanos() * UNRESPONSIVE_TIMEOUTS;
    }

    private void received(byte[] json) {
        RelayMessage message;
        try {
            message = RelayMessage.read(json);
        } catch (IOException e) {
            LOG.warn("A message of the relay cannot be read: {}", e.getClass().getSimpleName());
            return;
        }
        if (node.equals(message.from())) {
            relay.returned(message);
            return;
        }
        unresponsive.remove(message.from());
        boolean forThisNode = node.equals(message.to());
        switch (message.kind()) {
            case EVENT -> eventReceived(message, forThisNode);
            case REPLY -> replyReceived(message, forThisNode);
            case PROCESSED -> processedReceived(message, forThisNode);
        }
    }

    private void eventReceived(RelayMessage message, boolean forThisNode) {
        try {
            for (ReceivedEvent event : EventParser.parse(
                    message.event().toString().getBytes(StandardCharsets.UTF_8), message.verified())) {
                // the events of a request that this node has sent again name the node that sent it first
                boolean query = forThisNode
                        || message.to() != null
                                && EventCorrelation.awaited(event)
                                        .filter(local::isKnown)
                                        .isPresent();
                if (query || local.completesByCorrelation(event.envelope().shortType())) {
                    Correlation correlation = CallIds.of(event.envelope()).get(() -> local.correlate(event));
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
            send(query.reply(orphaned));
            if (!orphaned) {
                correlation.processed().thenRun(() -> send(query.processed()));
            }
        });
    }

    private void replyReceived(RelayMessage message, boolean forThisNode) {
        RelayQuery query = forThisNode ? queries.get(message.query()) : null;
        if (query == null) {
            return;
        }
        if (!message.orphaned()) {
            query.pendingAt(message.from());
        } else if (query.node.equals(message.from())) {
            // the node may have been restarted, while another one has sent its request again and is to reply
            schedule(shortTimeout(), query::orphaned);
        }
    }

    private void processedReceived(RelayMessage message, boolean forThisNode) {
        RelayQuery query = forThisNode ? queries.remove(message.query()) : null;
        if (query != null) {
            // messages may arrive out of order: this one before the reply
            query.pendingAt(message.from());
            query.processed.complete(null);
        }
    }

    @Override
    public void close() {
        relay.close();
        local.close();
    }
}
