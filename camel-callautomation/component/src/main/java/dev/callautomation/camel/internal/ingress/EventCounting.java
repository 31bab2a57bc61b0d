package dev.callautomation.camel.internal.ingress;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.observation.Observations;

/**
 * Counts the events of deliveries: each once, however many consumers it has and however often it is delivered. It remembers
 * the last 10,000 or more by itself, as an event may have no consumer by which it could be deduplicated.
 */
final class EventCounting {

    private static final Logger LOG = LoggerFactory.getLogger(EventCounting.class);
    private static final int REMEMBERED = 10_000;

    private final EventCorrelator operations;
    private final Observations observations;
    private final RecentIdentities counted = new RecentIdentities(REMEMBERED);

    EventCounting(EventCorrelator operations, Observations observations) {
        this.operations = operations;
        this.observations = observations;
    }

    /**
     * A delivery was taken.
     *
     * @param delivery the events for consumers, in the order of the events
     */
    void taken(List<ReceivedEvent> events, List<InFlightEvent> delivery) {
        int next = 0;
        for (ReceivedEvent event : events) {
            boolean matched = false;
            boolean passed = false;
            for (; next < delivery.size() && delivery.get(next).event() == event; next++) {
                matched = true;
                passed |= delivery.get(next).passed();
            }
            count(event, matched, passed);
        }
    }

    /** A delivery has failed halfway, so that its first events may be queued. */
    void failed(List<InFlightEvent> delivery) {
        delivery.stream()
                .filter(InFlightEvent::passed)
                .map(InFlightEvent::event)
                .distinct()
                .forEach(event -> count(event, true, true));
    }

    private void count(ReceivedEvent event, boolean matched, boolean passed) {
        // one that only repeats another must not be remembered before that one is counted, on another thread
        if (matched && !passed) {
            observations.eventDeduplicated();
        } else if (isNew(event)) {
            received(event, matched);
        } else if (passed) {
            observations.eventRedelivered();
        } else {
            observations.eventDeduplicated();
        }
    }

    private boolean isNew(ReceivedEvent event) {
        EventIdentity identity = event.identity();
        return identity == null || counted.add(identity);
    }

    private void received(ReceivedEvent event, boolean matched) {
        observations.eventReceived(event.envelope());
        if (!matched) {
            event.callIds().run(() -> LOG.debug("No consumer matches {}", event));
            observations.eventUnmatched();
        }
        if (operations.mayBeOrphaned(event)) {
            event.whenClaimed(() -> orphaned(event), Runnable::run);
        }
    }

    private void orphaned(ReceivedEvent event) {
        if (event.orphaned()) {
            observations.eventOrphaned();
        }
    }
}
