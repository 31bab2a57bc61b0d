package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.support.RecentEntries;

/**
 * Sends events that may complete operations without naming them to the nodes that have operations on their call or recording.
 *
 * <p>A hash of the id of the call chooses the node that keeps which nodes these are. Each node tells it of its first operation,
 * and asks it to pass events on. What it keeps is complete only if it includes the node that has created or answered the call,
 * which is the first of all. Otherwise, as after a restart or when nodes know different others, what is told or asked is
 * sent to all nodes, so that they need not agree on who keeps what.
 */
final class RelayCalls {

    /** Minimum number of calls that are kept; their nodes take some 200 bytes each. */
    private static final int CALLS = 20_000;

    private final String node;
    private final RelayPeers peers;
    private final RelaySender sender;
    private final RelayQueries queries;
    private final ScheduledExecutorService timer;
    private final Duration transmission;
    private final RecentEntries<String, Nodes> nodes = new RecentEntries<>(CALLS);
    private final RecentEntries<String, Boolean> told = new RecentEntries<>(CALLS);
    private final Map<String, List<RelayMessage>> passedOn = new ConcurrentHashMap<>();

    /** @param complete whether the node that has started the call or the recording is among them */
    private record Nodes(boolean complete, Set<String> ids) {

        Nodes and(Nodes more) {
            if (ids.containsAll(more.ids) && (complete || !more.complete)) {
                return this;
            }
            Set<String> all = new HashSet<>(ids);
            all.addAll(more.ids);
            return new Nodes(complete || more.complete, Set.copyOf(all));
        }
    }

    /**
     * @param node         the id of this node
     * @param timer        runs deadlines
     * @param transmission the time that a message may need to arrive
     */
    RelayCalls(
            String node,
            RelayPeers peers,
            RelaySender sender,
            RelayQueries queries,
            ScheduledExecutorService timer,
            Duration transmission) {
        this.node = node;
        this.peers = peers;
        this.sender = sender;
        this.queries = queries;
        this.timer = timer;
        this.transmission = transmission;
    }

    /**
     * An operation of this node is pending.
     *
     * @param id      of its call or recording
     * @param started whether the operation has started that
     */
    void pending(String id, boolean started) {
        if (told.putIfAbsent(id, true) != null && !started) {
            return;
        }
        String keeper = peers.keeper(id);
        RelayMessage message = RelayMessage.pending(node, keeper, id, started);
        if (!keeper.equals(node)) {
            sender.send(message);
        } else if (!add(message)) {
            sender.sendToAll(message.toAll());
        }
    }

    /** Another node has an operation. */
    void pendingElsewhere(RelayMessage message) {
        boolean complete = add(message);
        passedOn.getOrDefault(message.id(), List.of()).forEach(event -> sender.sendTo(message.from(), event));
        if (!complete && message.to() != null) {
            // another node may keep the others
            sender.sendToAll(message.toAll());
        }
    }

    /** Returns whether all nodes of the call are known. One after another: none may be lost. */
    private synchronized boolean add(RelayMessage message) {
        return nodes.merge(message.id(), new Nodes(message.started(), Set.of(message.from())), Nodes::and)
                .complete();
    }

    /**
     * Sends an event to the nodes that have operations on its call or recording.
     *
     * @return completes when it is sent
     */
    CompletionStage<Void> send(ReceivedEvent event) {
        CorrelationIds of = EventCorrelation.ids(event.envelope());
        List<String> ids =
                Stream.of(of.call(), of.recording()).filter(Objects::nonNull).toList();
        if (ids.isEmpty() || !peers.allRouteByCall()) {
            return sender.sendToAll(RelayMessage.event(node, null, 0, event));
        }
        return CompletableFuture.allOf(
                ids.stream().map(id -> send(id, event).toCompletableFuture()).toArray(CompletableFuture[]::new));
    }

    private CompletionStage<Void> send(String id, ReceivedEvent event) {
        String keeper = peers.keeper(id);
        return keeper.equals(node)
                ? passOn(id, RelayMessage.event(node, null, 0, event), node)
                : queries.askKeeper(keeper, id, event).processed;
    }

    /**
     * Passes on an event that another node has asked for.
     *
     * @return completes when it is sent
     */
    CompletionStage<Void> passOn(RelayMessage message) {
        return passOn(message.id(), message.passedOnBy(node), message.from());
    }

    private CompletionStage<Void> passOn(String id, RelayMessage event, String from) {
        if (!isComplete(id)) {
            return sender.sendToAll(event);
        }
        // before the nodes are read: one that is added meanwhile receives the event then
        keep(id, event);
        Set<String> receivers =
                new HashSet<>(nodes.get(id) == null ? Set.of() : nodes.get(id).ids());
        receivers.remove(node);
        receivers.remove(from);
        if (!isComplete(id) || !receivers.stream().allMatch(peers::isAddressable)) {
            return sender.sendToAll(event);
        }
        return CompletableFuture.allOf(receivers.stream()
                .map(receiver -> sender.sendTo(receiver, event).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    private boolean isComplete(String id) {
        Nodes known = nodes.get(id);
        return known != null && known.complete() && peers.allRouteByCall();
    }

    /** For nodes whose operation began before the event, and whose message that tells so arrives after it. */
    private void keep(String id, RelayMessage event) {
        passedOn.merge(id, List.of(event), (before, added) -> Stream.concat(before.stream(), added.stream())
                .toList());
        timer.schedule(() -> remove(id, event), transmission.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void remove(String id, RelayMessage event) {
        passedOn.computeIfPresent(id, (same, events) -> {
            List<RelayMessage> left =
                    events.stream().filter(other -> other != event).toList();
            return left.isEmpty() ? null : left;
        });
    }
}
