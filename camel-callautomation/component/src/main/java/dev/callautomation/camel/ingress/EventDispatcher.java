package dev.callautomation.camel.ingress;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.event.EventEnvelope;

/**
 * Hands events to the receivers that want them, on threads of its own. A receiver gets the events of one call one after
 * another, in the order they came. A delivery is taken whole or refused; of one that fails halfway, what was handed over
 * is known when it comes again.
 */
public final class EventDispatcher {

    /** What became of a delivery. */
    public enum Answer {
        ACCEPTED,
        /** Too many events wait already. */
        OVERLOADED,
        /** Somebody who wants an event takes none now. */
        CLOSED,
        /** Some events may have been taken or even handled, but not all. */
        FAILED
    }

    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);

    private final List<EventReceiver> receivers = new CopyOnWriteArrayList<>();
    private final Set<Hand> open = ConcurrentHashMap.newKeySet();
    private final Lanes<LaneKey> lanes;
    private final DuplicateFilter duplicates;
    private final Acknowledge acknowledge;
    private final Capacity capacity;
    private final Executor executor;
    private final WaitingOperations operations;
    private final AtomicInteger waiters = new AtomicInteger();

    /**
     * @param executor   runs receivers
     * @param operations get each event before the receivers do
     * @param duplicates knows the events that have come already
     * @param capacity   how many events may be on their way, counted once for each receiver
     */
    public EventDispatcher(
            Executor executor,
            WaitingOperations operations,
            DuplicateFilter duplicates,
            Acknowledge acknowledge,
            int capacity) {
        this.executor = executor;
        this.lanes = new Lanes<>(executor);
        this.operations = operations;
        this.duplicates = duplicates;
        this.acknowledge = acknowledge;
        this.capacity = new Capacity(capacity);
    }

    public void add(EventReceiver receiver) {
        receivers.add(receiver);
    }

    /** Says whether it was there. */
    public boolean remove(EventReceiver receiver) {
        return receivers.remove(receiver);
    }

    /** Somebody sends operations that wait: events are wanted although there may be no receiver. */
    public void addWaiter() {
        waiters.incrementAndGet();
    }

    public void removeWaiter() {
        waiters.decrementAndGet();
    }

    /** Comes when the events are taken or, with {@link Acknowledge#routed}, when all of them are handled. */
    public CompletableFuture<Answer> dispatch(List<ReceivedEvent> events) {
        List<Hand> hands = new ArrayList<>();
        Delivery delivery = new Delivery();
        for (ReceivedEvent event : events) {
            for (EventReceiver receiver : receivers) {
                if (receiver.filter().matches(event.envelope())) {
                    hands.add(new Hand(event, receiver, delivery));
                }
            }
        }
        if (!accepting(hands)) {
            return CompletableFuture.completedFuture(Answer.CLOSED);
        }
        if (!capacity.reserve(hands.size())) {
            return CompletableFuture.completedFuture(Answer.OVERLOADED);
        }
        // looking for duplicates may take a while, in which a receiver that stops must wait for its events
        hands.forEach(Hand::announce);
        // one that stopped in between may not have seen that there is something to wait for
        if (!accepting(hands)) {
            hands.forEach(Hand::withdraw);
            return CompletableFuture.completedFuture(Answer.CLOSED);
        }
        try {
            // an operation that waits for an event goes on before any receiver gets it
            events.forEach(event -> claim(event, delivery));
            hands.forEach(this::handOver);
        } catch (RuntimeException e) {
            // when the delivery comes again, the events that were handed over are known
            LOG.warn("A delivery could not be taken whole, so that the service has to repeat it", e);
            return CompletableFuture.completedFuture(Answer.FAILED);
        } finally {
            hands.stream().filter(hand -> !hand.taken).forEach(Hand::withdraw);
            delivery.complete();
        }
        return acknowledge == Acknowledge.routed
                ? delivery.answer()
                : CompletableFuture.completedFuture(Answer.ACCEPTED);
    }

    private void claim(ReceivedEvent event, Delivery delivery) {
        WaitingOperations.Claim claim = operations.offer(event);
        event.claim(claim.nobodyWaited());
        delivery.expect();
        claim.settled().whenComplete((nothing, failure) -> {
            if (failure != null) {
                delivery.comeAgain();
            }
            delivery.complete();
        });
    }

    private boolean accepting(List<Hand> hands) {
        return (waiters.get() > 0 || receivers.stream().anyMatch(EventReceiver::accepting))
                && hands.stream().allMatch(hand -> hand.receiver.accepting());
    }

    private void handOver(Hand hand) {
        EventEnvelope envelope = hand.event.envelope();
        switch (duplicates.look(envelope, hand.receiver)) {
            case HANDLED -> LOG.debug("{} was handled before", envelope);
            case IN_HAND -> {
                LOG.debug("{} is being handled", envelope);
                // whether it will have been handled is not known yet
                hand.delivery.comeAgain();
            }
            case NEW -> enter(hand);
        }
    }

    private void enter(Hand hand) {
        hand.taken = true;
        try {
            lanes.enter(LaneKey.of(hand), hand);
        } catch (RejectedExecutionException e) {
            hand.refused();
            throw e;
        }
    }

    /** Tells of the events that were taken and have not been handled. */
    public void close() {
        for (Hand hand : open) {
            LOG.warn("{} had not been handled by {} when the component stopped", hand.event, hand.receiver);
            hand.end(false, true);
        }
    }

    /** What the events of one call to one receiver have in common; an event without a call has a lane of its own. */
    private record LaneKey(EventReceiver receiver, Object call) {

        static LaneKey of(Hand hand) {
            EventEnvelope event = hand.event.envelope();
            Object call = event.callConnectionId() != null
                    ? event.callConnectionId()
                    : event.serverCallId() != null ? event.serverCallId() : hand;
            return new LaneKey(hand.receiver, call);
        }
    }

    /** An event on its way to a receiver. */
    private final class Hand implements Lanes.Task {

        private final ReceivedEvent event;
        private final EventReceiver receiver;
        private final Delivery delivery;
        private boolean taken;

        Hand(ReceivedEvent event, EventReceiver receiver, Delivery delivery) {
            this.event = event;
            this.receiver = receiver;
            this.delivery = delivery;
        }

        void announce() {
            open.add(this);
            delivery.expect();
            receiver.announce();
        }

        /** It does not go to the receiver after all. */
        void withdraw() {
            if (open.remove(this)) {
                receiver.withdraw();
                capacity.release();
                delivery.complete();
            }
        }

        @Override
        public void run(Runnable done) {
            AtomicBoolean over = new AtomicBoolean();
            EventOutcome outcome = new EventOutcome() {

                @Override
                public void handled(boolean successfully) {
                    // a route that waits has handled its event, and ends later
                    if (over.compareAndSet(false, true)) {
                        end(successfully, !successfully);
                        done.run();
                    }
                }

                @Override
                public void passed() {
                    if (over.compareAndSet(false, true)) {
                        end(false, false);
                        done.run();
                    }
                }
            };
            event.whenClaimed(() -> receiver.receive(event, outcome), executor);
        }

        @Override
        public void refused() {
            LOG.warn("{} finds no thread any more and is not handled", event.envelope());
            receiver.withdraw();
            end(false, true);
        }

        /**
         * @param noted whether the event is known when it comes again
         * @param wanted whether it is to come again
         */
        void end(boolean noted, boolean wanted) {
            if (open.remove(this)) {
                capacity.release();
                duplicates.ended(event.envelope(), receiver, noted);
                if (wanted) {
                    delivery.comeAgain();
                }
                delivery.complete();
            }
        }
    }
}
