package dev.callautomation.camel.internal.ingress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * All events in flight, each counted once for each consumer: the limit of each consumer, their duplicates, and the queue of
 * each call and consumer, of which only the first event runs. Calls share no lock.
 */
final class InFlightEvents {

    private static final CompletableFuture<Void> NO_DELAY = CompletableFuture.completedFuture(null);

    private final int limit;
    private final Duration delay;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<EventReceiver, Lane> lanes = new ConcurrentHashMap<>();
    /** By their keys; those without one, whose duplicates are not recognized, by themselves. */
    private final Map<Object, InFlightEvent> events = new ConcurrentHashMap<>();

    /**
     * @param limit maximum number of events in flight for each consumer
     * @param delay maximum time for which an answer is delayed
     */
    InFlightEvents(int limit, Duration delay) {
        this.limit = limit;
        this.delay = delay;
    }

    /**
     * Adds all events of a delivery, or none if those of a consumer exceed its limit. A delivery with more events for a
     * consumer than the limit is taken when the consumer has nothing else in flight, or it never would be.
     */
    boolean reserve(List<InFlightEvent> events) {
        if (events.isEmpty()) {
            return true;
        }
        return events.size() == 1 ? reserve(events.get(0)) : reserveAll(events);
    }

    private boolean reserve(InFlightEvent event) {
        Lane lane = lane(event.receiver());
        if (!lane.reserve(1)) {
            return false;
        }
        add(lane, event);
        return true;
    }

    private boolean reserveAll(List<InFlightEvent> events) {
        Map<EventReceiver, Lane> used = new LinkedHashMap<>();
        Map<Lane, Integer> added = new LinkedHashMap<>();
        for (InFlightEvent event : events) {
            added.merge(used.computeIfAbsent(event.receiver(), this::lane), 1, Integer::sum);
        }
        List<Lane> reserved = new ArrayList<>();
        for (Map.Entry<Lane, Integer> entry : added.entrySet()) {
            if (!entry.getKey().reserve(entry.getValue())) {
                reserved.forEach(lane -> lane.release(added.get(lane)));
                return false;
            }
            reserved.add(entry.getKey());
        }
        events.forEach(event -> add(used.get(event.receiver()), event));
        return true;
    }

    private void add(Lane lane, InFlightEvent event) {
        event.reserve(lane, numbers.getAndIncrement());
        put(event);
    }

    private void put(InFlightEvent event) {
        event.setOriginal(events.putIfAbsent(key(event), event));
    }

    private static Object key(InFlightEvent event) {
        return event.key() == null ? event : event.key();
    }

    /** That of a receiver which was removed meanwhile is not kept. */
    private Lane lane(EventReceiver receiver) {
        Lane lane = lanes.get(receiver);
        return lane == null ? new Lane(limit) : lane;
    }

    /** A receiver gets events from now on. */
    void add(EventReceiver receiver) {
        lanes.putIfAbsent(receiver, new Lane(limit));
    }

    /** A receiver gets no more events. */
    void forget(EventReceiver receiver) {
        lanes.remove(receiver);
    }

    int size() {
        return lanes.values().stream().mapToInt(Lane::size).sum();
    }

    int size(EventReceiver receiver) {
        Lane lane = lanes.get(receiver);
        return lane == null ? 0 : lane.size();
    }

    /**
     * Completed at once or, while a consumer of the delivery has more than half of the events that it may have, a little later:
     * a sender that waits for it sends no faster than routes run, and is seldom refused.
     */
    CompletableFuture<Void> room(List<InFlightEvent> delivery) {
        for (InFlightEvent event : delivery) {
            if (event.lane().isBusy()) {
                return event.lane().room(delay);
            }
        }
        return NO_DELAY;
    }

    /** How many events have not been passed to a consumer yet, without those that repeat another one. */
    int waiting(EventReceiver receiver) {
        return (int) all(receiver).stream().filter(InFlightEvent::isWaiting).count();
    }

    /** Says whether no other event of the same key is in flight; one may have ended since a place was reserved for this one. */
    boolean identify(InFlightEvent event) {
        InFlightEvent original = event.original();
        if (original != null && original.isFinal()) {
            put(event);
        }
        return event.original() == null;
    }

    /** Puts a queued event at the end of the queue of its call; says whether it is the first, so that it can run. */
    boolean enqueue(InFlightEvent event) {
        return event.lane().enqueue(event);
    }

    /** Forgets an event that has ended; returns the one that can run after it, or {@code null}. */
    InFlightEvent remove(InFlightEvent event) {
        Lane lane = event.lane();
        if (lane == null) {
            return null;
        }
        events.remove(key(event), event);
        lane.remove(event);
        return event.takeNext();
    }

    /** The queue that an event is in, in its order. */
    List<InFlightEvent> queue(InFlightEvent event) {
        return event.lane().queue(event);
    }

    /** Those that repeat no other one, in the order of their reservation. */
    List<InFlightEvent> all() {
        return inOrder(events.values().stream());
    }

    /** Those of one consumer that repeat no other one, in the order of their reservation. */
    List<InFlightEvent> all(EventReceiver receiver) {
        return inOrder(events.values().stream().filter(event -> event.receiver() == receiver));
    }

    private static List<InFlightEvent> inOrder(Stream<InFlightEvent> events) {
        return events.sorted(Comparator.comparingLong(InFlightEvent::number)).toList();
    }
}
