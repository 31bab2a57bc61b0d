package dev.callautomation.camel.internal.ingress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.AcknowledgeMode;
import dev.callautomation.camel.internal.observation.Observations;
import dev.callautomation.camel.internal.support.CallIds;

/**
 * Passes events to the receivers whose filters match them, on a thread pool of its own, of which each receiver uses a limited
 * number of threads. A receiver gets the events of one call one after another, in the order of their arrival. A delivery is
 * taken whole or refused; of one that fails halfway, the events that were queued are recognized when it is delivered again.
 * One that a route of the context wants and cannot receive is refused.
 */
public final class EventDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);

    private final Consumer<InFlightEvent> onEnd = this::ended;
    private final InFlightEvents inFlight;
    private final DuplicateFilter duplicates;
    private final RouteAvailability routes;
    private final AcknowledgeMode acknowledge;
    private final ReceiverThreads threads;
    private final EventCorrelator operations;
    private final AtomicInteger waiters = new AtomicInteger();
    private final EventCounting counting;
    private volatile List<EventReceiver> receivers = List.of();

    /**
     * The limits of each receiver.
     *
     * @param threads maximum number of threads that run it
     * @param events  maximum number of events in flight
     */
    record Limits(int threads, int events) {}

    /**
     * @param pool       runs receivers; has a thread for each task
     * @param operations get each event before the receivers do
     * @param configured the receivers that the routes of the context configure
     * @param observations is told what happens to events
     */
    EventDispatcher(
            Executor pool,
            EventCorrelator operations,
            DuplicateFilter duplicates,
            ConfiguredReceivers configured,
            AcknowledgeMode acknowledge,
            Limits limits,
            Observations observations) {
        this.operations = operations;
        this.duplicates = duplicates;
        this.routes = new RouteAvailability(configured, operations);
        this.acknowledge = acknowledge;
        this.threads = new ReceiverThreads(pool, limits.threads());
        this.inFlight = new InFlightEvents(limits.events());
        this.counting = new EventCounting(operations, observations);
    }

    synchronized void add(EventReceiver receiver) {
        threads.add(receiver);
        List<EventReceiver> more = new ArrayList<>(receivers);
        more.add(receiver);
        receivers = List.copyOf(more);
    }

    boolean contains(EventReceiver receiver) {
        return receivers.contains(receiver);
    }

    /**
     * Fails the events that the receiver has not processed: it will not end them, and their redeliveries must not count as
     * duplicates.
     */
    void remove(EventReceiver receiver) {
        synchronized (this) {
            receivers = receivers.stream().filter(other -> other != receiver).toList();
        }
        threads.remove(receiver);
        failAll(inFlight.all(receiver), "{} had not been processed by {} when that stopped");
        inFlight.forget(receiver);
    }

    List<EventReceiver> receivers() {
        return receivers;
    }

    /**
     * Whether an event loop may dispatch: that waits for no other process, and the routes keep up. An event loop takes events
     * faster than threads that it competes with can run routes, until further ones would have to be refused.
     */
    boolean isFast() {
        return !duplicates.mayBlock() && !inFlight.isCrowded();
    }

    /** From now on operations wait for events, which are accepted even if there is no receiver. */
    void addWaiter() {
        waiters.incrementAndGet();
    }

    void removeWaiter() {
        waiters.decrementAndGet();
    }

    InFlightEvents inFlight() {
        return inFlight;
    }

    /** Completed when the events are queued or, with {@link AcknowledgeMode#ROUTED}, when all of them have ended. */
    public CompletableFuture<DeliveryResult> dispatch(List<ReceivedEvent> events) {
        return dispatch(events, null);
    }

    /**
     * As the other.
     *
     * @param soon runs what asks for a thread for the events; {@code null} if they are to be refused when there is none
     */
    CompletableFuture<DeliveryResult> dispatch(List<ReceivedEvent> events, Executor soon) {
        // one snapshot decides which receivers get the events and which routes could not
        List<EventReceiver> running = receivers;
        List<InFlightEvent> delivery = matching(events, running);
        if (!accepting(delivery) || !routes.accepts(events, running)) {
            return CompletableFuture.completedFuture(DeliveryResult.CLOSED);
        }
        // before duplicates are looked up, which takes time: a receiver that stops meanwhile has to wait for its events
        if (!inFlight.reserve(delivery)) {
            return CompletableFuture.completedFuture(DeliveryResult.OVERLOADED);
        }
        boolean routed = acknowledge == AcknowledgeMode.ROUTED;
        List<CompletableFuture<DeliveryResult>> results = routed ? new ArrayList<>() : List.of();
        try {
            // a receiver that stopped in between may not have seen the reservation
            if (!accepting(delivery)) {
                return CompletableFuture.completedFuture(DeliveryResult.CLOSED);
            }
            // operations that wait for an event go on before any receiver gets it
            for (ReceivedEvent event : events) {
                EventCorrelator.Correlation correlation = correlate(event);
                if (routed && correlation != EventCorrelator.Correlation.NONE) {
                    results.add(result(correlation));
                }
            }
            for (InFlightEvent event : delivery) {
                CallIds.Scope ids = open(event);
                try {
                    enqueue(event, soon);
                } finally {
                    ids.close();
                }
            }
        } catch (Throwable e) {
            // when the delivery is repeated, the events that were queued are recognized
            LOG.warn("A delivery failed halfway, so that the service has to repeat it", e);
            counting.failed(delivery);
            return CompletableFuture.completedFuture(DeliveryResult.FAILED);
        } finally {
            for (InFlightEvent event : delivery) {
                event.withdraw();
            }
        }
        for (InFlightEvent event : delivery) {
            if (event.failedBeforeRun()) {
                // a receiver was removed while the delivery was queued
                counting.failed(delivery);
                return CompletableFuture.completedFuture(DeliveryResult.FAILED);
            }
        }
        counting.taken(events, delivery);
        if (!routed) {
            return CompletableFuture.completedFuture(DeliveryResult.ACCEPTED);
        }
        delivery.forEach(event -> results.add(event.end().thenApply(EventDispatcher::result)));
        return all(results);
    }

    private List<InFlightEvent> matching(List<ReceivedEvent> events, List<EventReceiver> running) {
        List<InFlightEvent> matching = new ArrayList<>(events.size());
        for (ReceivedEvent event : events) {
            int routes = 0;
            for (EventReceiver receiver : running) {
                if (receiver.filter().matches(event.envelope())) {
                    EventKey key = EventKey.of(receiver.name(), event);
                    matching.add(new InFlightEvent(event, receiver, key, onEnd));
                    routes += receiver.orphanedOnly() ? 0 : 1;
                }
            }
            if (routes > 1) {
                event.hasSeveralRoutes();
            }
        }
        return matching;
    }

    private boolean accepting(List<InFlightEvent> delivery) {
        for (InFlightEvent event : delivery) {
            if (!routes.accepts(event)) {
                return false;
            }
        }
        if (waiters.get() > 0) {
            return true;
        }
        for (EventReceiver receiver : receivers) {
            if (receiver.accepting()) {
                return true;
            }
        }
        return false;
    }

    private EventCorrelator.Correlation correlate(ReceivedEvent event) {
        CallIds.Scope ids = event.callIds().open();
        try {
            EventCorrelator.Correlation correlation = operations.correlate(event);
            if (correlation != EventCorrelator.Correlation.NONE) {
                event.claim(correlation.orphaned());
            }
            return correlation;
        } finally {
            ids.close();
        }
    }

    private static CompletableFuture<DeliveryResult> result(EventCorrelator.Correlation correlation) {
        return correlation
                .processed()
                .handle((nothing, failure) -> failure == null ? DeliveryResult.ACCEPTED : DeliveryResult.FAILED)
                .toCompletableFuture();
    }

    private static DeliveryResult result(InFlightEvent.State end) {
        return end.needsRedelivery() ? DeliveryResult.FAILED : DeliveryResult.ACCEPTED;
    }

    private static CompletableFuture<DeliveryResult> all(List<CompletableFuture<DeliveryResult>> results) {
        if (results.size() == 1) {
            return results.get(0);
        }
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(
                        nothing -> results.stream().map(CompletableFuture::join).anyMatch(DeliveryResult.FAILED::equals)
                                ? DeliveryResult.FAILED
                                : DeliveryResult.ACCEPTED);
    }

    /**
     * Unless it is a duplicate.
     *
     * @throws RejectedExecutionException if no thread takes it
     */
    private void enqueue(InFlightEvent event, Executor soon) {
        if (!inFlight.identify(event)) {
            LOG.debug("{} is a duplicate of one in flight", event);
            event.duplicate();
            return;
        }
        if (duplicates.isProcessed(event)) {
            LOG.debug("{} is a duplicate of one processed before", event);
            event.withdraw();
            return;
        }
        if (!event.queue()) {
            duplicates.forget(event);
            throw new RejectedExecutionException("The component has stopped");
        } else if (inFlight.enqueue(event) && !start(event, soon)) {
            throw new RejectedExecutionException("The thread pool takes no more events");
        }
    }

    /** Runs it as soon as it is known whether it is orphaned. Says whether it may still run; if not, it has failed. */
    private boolean start(InFlightEvent event, Executor soon) {
        if (event.event().isClaimed()) {
            return submit(event, soon);
        }
        event.event().whenClaimed(() -> submit(event, null), Runnable::run);
        return true;
    }

    /** Says whether a thread takes it; if none does, it has failed, and the events behind it. */
    private boolean submit(InFlightEvent event, Executor soon) {
        try {
            threads.execute(event.receiver(), () -> runAll(event), () -> rejected(event), soon);
            return true;
        } catch (Throwable e) {
            // also an error, when the operating system has no more threads
            LOG.debug("No thread takes {}", event, e);
            rejected(event);
            return false;
        }
    }

    private void rejected(InFlightEvent event) {
        failAll(inFlight.queue(event), "{} is not processed by {}: the thread pool takes no more events");
    }

    /** And the events of the call behind it, one after another, unless events of other calls wait for a thread. */
    private void runAll(InFlightEvent first) {
        InFlightEvent event = first;
        while (event != null) {
            CallIds.Scope ids = open(event);
            try {
                run(event);
            } finally {
                ids.close();
            }
            InFlightEvent behind = event.takeFollowing();
            if (behind != null
                    && (threads.isBusy(behind.receiver()) || !behind.event().isClaimed())) {
                start(behind, null);
                behind = null;
            }
            event = behind;
        }
    }

    private void run(InFlightEvent event) {
        if (!event.run()) {
            return;
        }
        event.setThread(Thread.currentThread());
        try {
            event.receiver().receive(event);
        } catch (Throwable e) {
            // an event that never ends would keep its place, its call's queue and its redeliveries
            LOG.error("{} could not be passed to {}", event, event.receiver(), e);
            event.fail();
        } finally {
            event.setThread(null);
        }
    }

    private static CallIds.Scope open(InFlightEvent event) {
        return event.event().callIds().open();
    }

    private void ended(InFlightEvent event) {
        CallIds.Scope ids = open(event);
        try {
            switch (event.state()) {
                case ACKNOWLEDGED, PROCESSED -> duplicates.remember(event);
                case SKIPPED, FAILED -> duplicates.forget(event);
                default -> LOG.debug("{} was not passed to {}", event, event.receiver());
            }
        } finally {
            ids.close();
            startNext(event);
        }
    }

    private void startNext(InFlightEvent ended) {
        InFlightEvent next = inFlight.remove(ended);
        if (next == null) {
            return;
        }
        // a route that goes on after the acknowledgement of its event may wait for the next one
        if (ended.state() == InFlightEvent.State.ACKNOWLEDGED || !ended.isRunBy(Thread.currentThread())) {
            start(next, null);
        } else {
            ended.setFollowing(next);
        }
    }

    /** Fails the events in flight, and logs them. */
    void close() {
        failAll(inFlight.all(), "{} had not been processed by {} when the component stopped");
    }

    /** From the last to the first, so that none starts because the one before it in its queue has ended. */
    private static void failAll(List<InFlightEvent> events, String message) {
        for (int i = events.size() - 1; i >= 0; i--) {
            InFlightEvent event = events.get(i);
            String description = event.toString();
            if (event.fail() || event.withdraw()) {
                event.event().callIds().run(() -> LOG.warn(message, description, event.receiver()));
            }
        }
    }
}
