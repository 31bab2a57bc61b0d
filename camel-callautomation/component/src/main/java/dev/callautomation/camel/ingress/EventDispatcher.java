package dev.callautomation.camel.ingress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.event.EventEnvelope;

/**
 * Hands events to the receivers that want them, on threads of its own, so that whoever delivers does not wait. A
 * delivery is taken whole or refused; of one that fails halfway, what was handed over is known when it comes again.
 */
public final class EventDispatcher {

    /** What became of a delivery. */
    enum Answer {
        ACCEPTED,
        /** Too many events wait already. */
        OVERLOADED,
        /** Nobody takes events now. */
        CLOSED,
        /** Some events may have been taken, but not all. */
        FAILED
    }

    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);

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
            Queue<EventReceiver> takers = receivers.stream()
                    .filter(receiver ->
                            receiver.accepting() && receiver.filter().matches(event.envelope()))
                    .collect(Collectors.toCollection(ArrayDeque::new));
            if (!takers.isEmpty()) {
                hands.add(new Hand(event, takers));
            }
        }
        int count = hands.stream().mapToInt(hand -> hand.takers().size()).sum();
        if (!reserve(count)) {
            return Answer.OVERLOADED;
        }
        // looking for duplicates may take a while, in which a receiver that stops must wait for its events
        hands.forEach(hand -> hand.takers().forEach(EventReceiver::announce));
        try {
            hands.forEach(this::handOver);
            return Answer.ACCEPTED;
        } catch (RuntimeException e) {
            // when the delivery comes again, the events that were handed over are known
            LOG.warn("A delivery could not be taken whole, so that the service has to repeat it", e);
            return Answer.FAILED;
        } finally {
            hands.forEach(this::withdraw);
        }
    }

    /** A delivery larger than the capacity is taken when nothing else is on its way, or it never would be. */
    private boolean reserve(int count) {
        int before = pending.getAndUpdate(now -> fits(now, count) ? now + count : now);
        return fits(before, count);
    }

    private boolean fits(int now, int count) {
        return now == 0 || count == 0 || now + count <= capacity;
    }

    /** Takes each receiver that has got the event out of the hand. */
    private void handOver(Hand hand) {
        EventEnvelope envelope = hand.event().envelope();
        if (!duplicates.first(envelope)) {
            return;
        }
        while (!hand.takers().isEmpty()) {
            EventReceiver taker = hand.takers().element();
            try {
                executor.execute(() -> taker.receive(hand.event(), successfully -> finish(envelope, successfully)));
            } catch (RejectedExecutionException e) {
                duplicates.forget(envelope);
                throw e;
            }
            hand.takers().remove();
        }
    }

    private void finish(EventEnvelope envelope, boolean successfully) {
        pending.decrementAndGet();
        if (!successfully) {
            duplicates.forget(envelope);
        }
    }

    private void withdraw(Hand hand) {
        hand.takers().forEach(EventReceiver::withdraw);
        pending.addAndGet(-hand.takers().size());
    }

    /**
     * An event and who wants it.
     *
     * @param takers who is still to get it
     */
    private record Hand(ReceivedEvent event, Queue<EventReceiver> takers) {}
}
