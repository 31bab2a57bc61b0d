package dev.callautomation.camel.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands events to the receivers that want them, on threads of its own, so that whoever delivers does not wait. A
 * delivery is taken whole or not at all.
 */
public final class EventDispatcher {

    /** What became of a delivery. */
    enum Answer {
        ACCEPTED,
        /** Too many events wait already. */
        OVERLOADED,
        /** Nobody takes events now. */
        CLOSED
    }

    private final List<EventReceiver> receivers = new CopyOnWriteArrayList<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final Executor executor;
    private final DuplicateFilter duplicates;
    private final int capacity;

    /**
     * @param executor   runs receivers
     * @param duplicates knows the events that have come already
     * @param capacity   how many events may be on their way, counted once for each receiver
     */
    public EventDispatcher(Executor executor, DuplicateFilter duplicates, int capacity) {
        this.executor = executor;
        this.duplicates = duplicates;
        this.capacity = capacity;
    }

    public void add(EventReceiver receiver) {
        receivers.add(receiver);
    }

    /** Says whether it was there. */
    public boolean remove(EventReceiver receiver) {
        return receivers.remove(receiver);
    }

    Answer dispatch(List<ReceivedEvent> events) {
        if (receivers.stream().noneMatch(EventReceiver::accepting)) {
            return Answer.CLOSED;
        }
        List<Hand> hands = new ArrayList<>();
        for (ReceivedEvent event : events) {
            List<EventReceiver> takers = receivers.stream()
                    .filter(receiver ->
                            receiver.accepting() && receiver.filter().matches(event.envelope()))
                    .toList();
            if (!takers.isEmpty()) {
                hands.add(new Hand(event, takers));
            }
        }
        int count = hands.stream().mapToInt(hand -> hand.takers().size()).sum();
        if (!reserve(count)) {
            return Answer.OVERLOADED;
        }
        hands.forEach(this::handOver);
        return Answer.ACCEPTED;
    }

    /** A delivery larger than the capacity is taken when nothing else is on its way, or it never would be. */
    private boolean reserve(int count) {
        int before = pending.getAndUpdate(now -> fits(now, count) ? now + count : now);
        return fits(before, count);
    }

    private boolean fits(int now, int count) {
        return now == 0 || now + count <= capacity;
    }

    private void handOver(Hand hand) {
        if (!duplicates.first(hand.event().envelope())) {
            pending.addAndGet(-hand.takers().size());
            return;
        }
        for (EventReceiver taker : hand.takers()) {
            taker.announce();
            executor.execute(() -> taker.receive(hand.event(), successfully -> {
                pending.decrementAndGet();
                if (!successfully) {
                    duplicates.forget(hand.event().envelope());
                }
            }));
        }
    }

    private record Hand(ReceivedEvent event, List<EventReceiver> takers) {}
}
