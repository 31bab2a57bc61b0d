package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.support.RecentEntries;

/**
 * Sends events that may complete operations without naming them to the nodes that have operations on their call or recording.
 *
 * <p>A hash of the id of the call chooses the node that keeps which nodes these are. Each node announces its first operation to
 * it, and asks it to pass events on. What it keeps is complete only if the node that has created or answered the call has
 * announced that, which precedes all others and is announced to one node alone. Otherwise, as after a restart or when nodes know
 * different others, what is announced or asked is sent to all nodes, so that they need not agree on who keeps what.
 */
final class RelayCalls {

    /** Minimum number of calls that are kept; their nodes take some 200 bytes each. */
    private static final int CALLS = 20_000;

    /** Maximum number of events that are kept; further ones are sent to all nodes. */
    static final int EVENTS = 10_000;

    private final String node;
    private final RelayPeers peers;
    private final RelaySender sender;
    private final RelayQueries queries;
    private final LongSupplier nanoTime;
    private final Duration keepTime;
    private final RecentEntries<String, Nodes> nodes = new RecentEntries<>(CALLS);
    private final RecentEntries<String, Boolean> announced = new RecentEntries<>(CALLS);

    /** In their order; guarded by its lock. */
    private final Deque<PassedOn> passedOn = new ArrayDeque<>();

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

    /** @param nanoTime when the event reached this node */
    private record PassedOn(String id, RelayMessage event, long nanoTime) {}

    /**
     * @param node     the id of this node
     * @param nanoTime as {@link System#nanoTime()}
     * @param keepTime the time that an announcement may take to arrive, if that to the keeper is lost
     */
    RelayCalls(
            String node,
            RelayPeers peers,
            RelaySender sender,
            RelayQueries queries,
            LongSupplier nanoTime,
            Duration keepTime) {
        this.node = node;
        this.peers = peers;
        this.sender = sender;
        this.queries = queries;
        this.nanoTime = nanoTime;
        this.keepTime = keepTime;
    }

    /**
     * An operation of this node is pending.
     *
     * @param id      of its call or recording
     * @param started whether the operation has started that
     */
    void pending(String id, boolean started) {
        Boolean before = announced.putIfAbsent(id, started);
        if (before != null && (before || !started)) {
            return;
        }
        if (started) {
            announced.put(id, true);
        }
        String keeper = peers.keeper(id);
        if (!keeper.equals(node)) {
            queries.announce(keeper, id, started, () -> announceToAll(node, id));
        } else if (!add(id, node, started)) {
            announceToAll(node, id);
        }
    }

    /** Without saying that the operation has started the call: several nodes could consider what they keep complete. */
    private CompletionStage<Void> announceToAll(String owner, String id) {
        return sender.sendToAll(RelayMessage.pending(node, null, 0, owner, id, false))
                .whenComplete((nothing, failure) -> {
                    if (failure != null && owner.equals(node)) {
                        // the next operation announces it again
                        announced.remove(id);
                    }
                });
    }

    /** Another node has an operation. */
    void pendingElsewhere(RelayMessage message) {
        boolean complete = add(message.id(), message.owner(), message.started());
        long now = nanoTime.getAsLong();
        for (PassedOn one : passedOn(message.id())) {
            sender.sendTo(message.owner(), one.event().withAge(Duration.ofNanos(now - one.nanoTime())));
        }
        if (message.to() == null) {
            return;
        }
        // another node may keep the others
        CompletionStage<Void> sent =
                complete ? CompletableFuture.completedStage(null) : announceToAll(message.owner(), message.id());
        sent.thenRun(() -> sender.send(message.processed()));
    }

    /** Returns whether all nodes of the call are known. One after another: none may be lost. */
    private synchronized boolean add(String id, String owner, boolean started) {
        return nodes.merge(id, new Nodes(started, Set.of(owner)), Nodes::and).complete();
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
        // before the nodes are read again: one that is added meanwhile receives the event then
        if (!isComplete(nodes.get(id)) || !keep(new PassedOn(id, event, nanoTime.getAsLong()))) {
            return sender.sendToAll(event);
        }
        Nodes known = nodes.get(id);
        if (!isComplete(known)) {
            return sender.sendToAll(event);
        }
        Set<String> receivers = new HashSet<>(known.ids());
        receivers.remove(node);
        receivers.remove(from);
        receivers.removeIf(peers::isStopped);
        if (!receivers.stream().allMatch(peers::isAddressable)) {
            return sender.sendToAll(event);
        }
        return CompletableFuture.allOf(receivers.stream()
                .map(receiver -> sender.sendTo(receiver, event).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    private boolean isComplete(@Nullable Nodes known) {
        return known != null && known.complete() && peers.allRouteByCall();
    }

    /**
     * Keeps an event for nodes whose operation began before it, and whose announcement arrives after it.
     *
     * @return {@code false} if there are too many of them
     */
    private boolean keep(PassedOn event) {
        synchronized (passedOn) {
            removeOld();
            return passedOn.size() < EVENTS && passedOn.add(event);
        }
    }

    private List<PassedOn> passedOn(String id) {
        synchronized (passedOn) {
            removeOld();
            return passedOn.stream().filter(one -> one.id().equals(id)).toList();
        }
    }

    private void removeOld() {
        long now = nanoTime.getAsLong();
        while (!passedOn.isEmpty() && now - passedOn.peek().nanoTime() > keepTime.toNanos()) {
            passedOn.remove();
        }
    }
}
