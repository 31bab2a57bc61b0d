package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.support.CallIds;

/**
 * Asks whether the operations of events are pending on other nodes. The node that the operation context names is asked first,
 * alone where possible. If it does not reply, or the operation is not pending there, all nodes are asked: one may have sent
 * the request again.
 */
final class RelayQueries {

    private static final Logger LOG = LoggerFactory.getLogger(RelayQueries.class);

    /** The part of the reply timeout that other nodes have to reply in place of one that is unresponsive or restarted. */
    static final int SHORT_TIMEOUT_DIVISOR = 10;

    private final String node;
    private final RelayPeers peers;
    private final RelaySender sender;
    private final LongSupplier numbers;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService timer;
    private final Duration replyTimeout;
    private final Duration acknowledgeTimeout;
    private final Map<Long, RelayQuery> queries = new ConcurrentHashMap<>();

    /**
     * @param node               the id of this node
     * @param numbers            numbers queries
     * @param nanoTime           as {@link System#nanoTime()}
     * @param timer              runs deadlines
     * @param replyTimeout       the time within which another node has to reply
     * @param acknowledgeTimeout the time after which the sender of an event no longer expects its acknowledgement
     */
    RelayQueries(
            String node,
            RelayPeers peers,
            RelaySender sender,
            LongSupplier numbers,
            LongSupplier nanoTime,
            ScheduledExecutorService timer,
            Duration replyTimeout,
            Duration acknowledgeTimeout) {
        this.node = node;
        this.peers = peers;
        this.sender = sender;
        this.numbers = numbers;
        this.nanoTime = nanoTime;
        this.timer = timer;
        this.replyTimeout = replyTimeout;
        this.acknowledgeTimeout = acknowledgeTimeout;
    }

    /**
     * @param owner     the node that the operation context of the event names
     * @param ownerOnly whether the event concerns no operations of other nodes
     */
    RelayQuery ask(String owner, ReceivedEvent event, boolean ownerOnly) {
        long number = numbers.getAsLong();
        RelayMessage message = message(owner, number, event);
        if (ownerOnly && peers.isAddressable(owner)) {
            return ask(message, age -> sender.sendToAll(message.withAge(age)), CallIds.of(event.envelope()));
        }
        RelayQuery query = begin(owner, number);
        failWith(query, sender.sendToAll(message));
        schedule(peers.isUnresponsive(owner) ? shortTimeout() : replyTimeout, () -> CallIds.of(event.envelope())
                .run(() -> replyTimedOut(number, query)));
        return query;
    }

    /**
     * Has an event passed on. All nodes are sent it if the keeper does not reply.
     *
     * @param id of its call or recording
     */
    RelayQuery askKeeper(String keeper, String id, ReceivedEvent event) {
        RelayMessage message = RelayMessage.eventOfCall(node, keeper, numbers.getAsLong(), id, event);
        return ask(
                message, age -> sender.sendToAll(message.passedOnBy(node).withAge(age)), CallIds.of(event.envelope()));
    }

    /**
     * Announces an operation of this node.
     *
     * @param toAll announces it to all nodes, if the keeper does not reply
     */
    void announce(String keeper, String id, boolean started, Supplier<CompletionStage<Void>> toAll) {
        ask(
                RelayMessage.pending(node, keeper, numbers.getAsLong(), node, id, started),
                age -> toAll.get(),
                CallIds.NONE);
    }

    /**
     * @param others asks the other nodes if there is no reply, after a time: operations that have begun since then are not to be
     *               completed by the event
     */
    private RelayQuery ask(RelayMessage message, Function<Duration, CompletionStage<Void>> others, CallIds ids) {
        RelayQuery query = begin(message.to(), message.query());
        long begin = nanoTime.getAsLong();
        query.setOtherNodes(() -> failWith(query, others.apply(Duration.ofNanos(nanoTime.getAsLong() - begin))));
        sender.send(message).whenComplete((nothing, failure) -> {
            if (failure != null) {
                query.askOtherNodes();
            }
        });
        // the sum is the reply timeout
        schedule(replyTimeout.minus(shortTimeout()), () -> {
            query.askOtherNodes();
            schedule(shortTimeout(), () -> ids.run(() -> replyTimedOut(message.query(), query)));
        });
        return query;
    }

    private RelayQuery begin(String owner, long number) {
        RelayQuery query = new RelayQuery(owner);
        queries.put(number, query);
        return query;
    }

    private RelayMessage message(String owner, long number, ReceivedEvent event) {
        return RelayMessage.event(node, owner, number, event);
    }

    private static void failWith(RelayQuery query, CompletionStage<Void> sent) {
        sent.whenComplete((nothing, failure) -> {
            if (failure != null) {
                query.fail(failure);
            }
        });
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
        if (peers.becomesUnresponsive(owner)) {
            LOG.warn("The node {} does not reply; its pending operations are considered orphaned", owner);
        }
        queries.values().stream()
                .filter(query -> query.isPendingAt(owner))
                .forEach(query -> query.fail(new TimeoutException(
                        "The node " + owner + " became unresponsive before it had processed the event")));
    }

    /** A node has stopped: it replies to no query any more. */
    void stopped(String other) {
        queries.values().stream().filter(query -> query.node.equals(other)).forEach(RelayQuery::askOtherNodes);
    }

    /** A node says whether the operation is pending there. */
    void replied(RelayMessage message) {
        RelayQuery query = queries.get(message.query());
        if (query == null) {
            return;
        }
        if (!message.orphaned()) {
            query.pendingAt(message.from());
        } else if (query.node.equals(message.from())) {
            // the node may have been restarted, while another one has sent its request again and is to reply
            query.askOtherNodes();
            schedule(shortTimeout(), query::orphaned);
        }
    }

    /** The event need not be delivered again. */
    void processed(RelayMessage message) {
        RelayQuery query = queries.remove(message.query());
        if (query != null) {
            // messages may arrive out of order: this one before the reply
            query.pendingAt(message.from());
            query.processed.complete(null);
        }
    }
}
