package dev.callautomation.camel.internal.ingress;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All events in flight, each counted once for each consumer: the limit of each consumer, their duplicates, and the queue of
 * each call and consumer, of which only the first event runs.
 */
final class InFlightEvents {

    private final int limit;
    private final Set<InFlightEvent> all = new LinkedHashSet<>();
    private final Map<EventReceiver, Integer> counts = new HashMap<>();
    private final Map<String, InFlightEvent> byIdentity = new HashMap<>();
    private final Map<QueueKey, Deque<InFlightEvent>> queues = new HashMap<>();

    private record QueueKey(EventReceiver receiver, Object call) {

        static QueueKey of(InFlightEvent event) {
            return new QueueKey(event.receiver(), event.call());
        }
    }

    /** @param limit maximum number of events in flight for each consumer */
    InFlightEvents(int limit) {
        this.limit = limit;
    }

    /**
     * Adds all events of a delivery, or none if those of a consumer exceed its limit. A delivery with more events for a
     * consumer than the limit is taken when the consumer has nothing else in flight, or it never would be.
     */
    synchronized boolean reserve(Collection<InFlightEvent> events) {
        Map<EventReceiver, Integer> added = new HashMap<>();
        events.forEach(event -> added.merge(event.receiver(), 1, Integer::sum));
        boolean full = added.entrySet().stream().anyMatch(entry -> {
            int before = size(entry.getKey());
            return before > 0 && before + entry.getValue() > limit;
        });
        if (full) {
            return false;
        }
        all.addAll(events);
        added.forEach((receiver, number) -> counts.merge(receiver, number, Integer::sum));
        return true;
    }

    synchronized int size() {
        return all.size();
    }

    synchronized int size(EventReceiver receiver) {
        return counts.getOrDefault(receiver, 0);
    }

    /** How many events have not been passed to a consumer yet. */
    synchronized int waiting(EventReceiver receiver) {
        return (int) all.stream()
                .filter(event -> event.receiver() == receiver)
                .filter(event ->
                        event.state() == InFlightEvent.State.RESERVED || event.state() == InFlightEvent.State.QUEUED)
                .count();
    }

    /** Says whether no other event of the same identity is in flight; none is from now on. */
    synchronized boolean identify(InFlightEvent event) {
        return event.identity() == null || byIdentity.putIfAbsent(event.identity(), event) == null;
    }

    /** Puts a queued event at the end of the queue of its call; says whether it is the first, so that it can run. */
    synchronized boolean enqueue(InFlightEvent event) {
        if (!all.contains(event)) {
            // it has ended meanwhile
            return false;
        }
        Deque<InFlightEvent> queue = queues.computeIfAbsent(QueueKey.of(event), key -> new ArrayDeque<>());
        queue.add(event);
        return queue.size() == 1;
    }

    /** Forgets an event that has ended; returns the one that can run after it. */
    synchronized Optional<InFlightEvent> remove(InFlightEvent event) {
        if (all.remove(event)) {
            counts.computeIfPresent(event.receiver(), (receiver, number) -> number == 1 ? null : number - 1);
        }
        byIdentity.remove(event.identity(), event);
        QueueKey key = QueueKey.of(event);
        Deque<InFlightEvent> queue = queues.get(key);
        if (queue == null) {
            return Optional.empty();
        }
        boolean first = queue.peek() == event;
        queue.remove(event);
        if (queue.isEmpty()) {
            queues.remove(key);
        }
        return first ? Optional.ofNullable(queue.peek()) : Optional.empty();
    }

    /** The queue that an event is in, in its order. */
    synchronized List<InFlightEvent> queue(InFlightEvent event) {
        Deque<InFlightEvent> queue = queues.get(QueueKey.of(event));
        return queue == null ? List.of() : List.copyOf(queue);
    }

    /** In the order of their reservation. */
    synchronized List<InFlightEvent> all() {
        return List.copyOf(all);
    }

    /** Those of one consumer, in the order of their reservation. */
    synchronized List<InFlightEvent> all(EventReceiver receiver) {
        return all.stream().filter(event -> event.receiver() == receiver).toList();
    }
}
