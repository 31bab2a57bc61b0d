package dev.callautomation.camel.internal.ingress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.AcknowledgeMode;
import dev.callautomation.camel.internal.observation.Observations;
import dev.callautomation.camel.internal.support.CallIds;

/**
 * Takes deliveries: decides which receivers get their events, and passes these first to the operations that wait for them,
 * then to the {@link EventRunner}. A delivery is taken whole or refused; of one that fails halfway, the events that were
 * queued are recognized when it is delivered again. One that a route of the context wants and cannot receive is refused.
 */
public final class EventDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);

    private static final CompletableFuture<DeliveryResult> QUEUED =
            CompletableFuture.completedFuture(DeliveryResult.ACCEPTED);

    private final EventRunner runner;
    private final RouteAvailability routes;
    private final AcknowledgeMode acknowledge;
    private final EventCorrelator operations;
    private final AtomicInteger waiters = new AtomicInteger();
    private final EventCounting counting;
    private volatile List<EventReceiver> receivers = List.of();

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
            EventRunner.Limits limits,
            Observations observations) {
        this.operations = operations;
        this.routes = new RouteAvailability(configured, operations);
        this.acknowledge = acknowledge;
        this.runner = new EventRunner(pool, duplicates, limits);
        this.counting = new EventCounting(operations, observations);
    }

    synchronized void add(EventReceiver receiver) {
        runner.add(receiver);
        List<EventReceiver> more = new ArrayList<>(receivers);
        more.add(receiver);
        receivers = List.copyOf(more);
    }

    boolean contains(EventReceiver receiver) {
        return receivers.contains(receiver);
    }

    void remove(EventReceiver receiver) {
        synchronized (this) {
            receivers = receivers.stream().filter(other -> other != receiver).toList();
        }
        runner.remove(receiver);
    }

    List<EventReceiver> receivers() {
        return receivers;
    }

    /** As {@link EventRunner#isFast}. */
    boolean isFast() {
        return runner.isFast();
    }

    /** From now on operations wait for events, which are accepted even if there is no receiver. */
    void addWaiter() {
        waiters.incrementAndGet();
    }

    void removeWaiter() {
        waiters.decrementAndGet();
    }

    InFlightEvents inFlight() {
        return runner.inFlight();
    }

    /** Fails the events in flight, and logs them. */
    void close() {
        runner.close();
    }

    /** Completed when the events are queued or, with {@link AcknowledgeMode#ROUTED}, when all of them have ended. */
    public CompletableFuture<DeliveryResult> dispatch(List<ReceivedEvent> events) {
        return dispatch(events, null, delivery -> QUEUED);
    }

    /**
     * As {@link #dispatch}, for a sender that waits for the answer, which it gets a little later while routes do not keep up.
     *
     * @param soon runs what asks for a thread for the events; {@code null} if they are to be refused when there is none
     */
    CompletableFuture<DeliveryResult> deliver(List<ReceivedEvent> events, Executor soon) {
        return dispatch(events, soon, this::pace);
    }

    private CompletableFuture<DeliveryResult> pace(List<InFlightEvent> delivery) {
        CompletableFuture<Void> room = runner.inFlight().room(delivery);
        // its receiver may be removed meanwhile
        return room.isDone()
                ? QUEUED
                : room.thenApply(nothing -> isMissing(delivery) ? DeliveryResult.FAILED : DeliveryResult.ACCEPTED);
    }

    private CompletableFuture<DeliveryResult> dispatch(
            List<ReceivedEvent> events,
            Executor soon,
            Function<List<InFlightEvent>, CompletableFuture<DeliveryResult>> queued) {
        // one snapshot decides which receivers get the events and which routes could not
        List<EventReceiver> running = receivers;
        List<InFlightEvent> delivery = matching(events, running);
        if (!accepting(delivery) || !routes.accepts(events, running)) {
            return CompletableFuture.completedFuture(DeliveryResult.CLOSED);
        }
        // before duplicates are looked up, which takes time: a receiver that stops meanwhile has to wait for its events
        if (!runner.inFlight().reserve(delivery)) {
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
                runner.enqueue(event, soon);
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
        if (isMissing(delivery)) {
            counting.failed(delivery);
            return CompletableFuture.completedFuture(DeliveryResult.FAILED);
        }
        counting.taken(events, delivery);
        if (!routed) {
            return queued.apply(delivery);
        }
        delivery.forEach(event -> results.add(event.end().thenApply(EventDispatcher::result)));
        return all(results);
    }

    /** Whether a receiver was removed before it got its event, or another delivery of the event is not queued yet. */
    private static boolean isMissing(List<InFlightEvent> delivery) {
        for (InFlightEvent event : delivery) {
            if (event.isMissing()) {
                return true;
            }
        }
        return false;
    }

    private List<InFlightEvent> matching(List<ReceivedEvent> events, List<EventReceiver> running) {
        List<InFlightEvent> matching = new ArrayList<>(events.size());
        for (ReceivedEvent event : events) {
            int routes = 0;
            for (EventReceiver receiver : running) {
                if (receiver.filter().matches(event.envelope())) {
                    matching.add(runner.create(event, receiver));
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
}
