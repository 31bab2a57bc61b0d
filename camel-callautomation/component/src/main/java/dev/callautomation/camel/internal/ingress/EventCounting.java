package dev.callautomation.camel.internal.ingress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.observation.Observations;
import dev.callautomation.camel.internal.support.CallIds;

/**
 * Counts the events of deliveries: each once, however many consumers it has and however often it is delivered. It remembers
 * the last 10,000 by itself, as an event may have no consumer by which it could be deduplicated.
 */
final class EventCounting {

    private static final Logger LOG = LoggerFactory.getLogger(EventCounting.class);
    private static final int REMEMBERED = 10_000;

    private final EventCorrelator operations;
    private final Observations observations;
    private final Counted counted = new Counted();

    EventCounting(EventCorrelator operations, Observations observations) {
        this.operations = operations;
        this.observations = observations;
    }

    /** A delivery was taken. */
    void taken(List<ReceivedEvent> events, List<InFlightEvent> delivery) {
        Set<ReceivedEvent> matched = delivery.stream().map(InFlightEvent::event).collect(Collectors.toSet());
        Set<ReceivedEvent> passed = passed(delivery);
        events.forEach(event -> count(event, matched.contains(event), passed.contains(event)));
    }

    /** A delivery has failed halfway, so that its first events may be queued. */
    void failed(List<InFlightEvent> delivery) {
        passed(delivery).forEach(event -> count(event, true, true));
    }

    private static Set<ReceivedEvent> passed(List<InFlightEvent> delivery) {
        return delivery.stream()
                .filter(InFlightEvent::passed)
                .map(InFlightEvent::event)
                .collect(Collectors.toSet());
    }

    private void count(ReceivedEvent event, boolean matched, boolean passed) {
        // one that only repeats another must not be remembered before that one is counted, on another thread
        if (matched && !passed) {
            observations.eventDeduplicated();
        } else if (counted.add(DuplicateFilter.identity("", event.envelope()))) {
            received(event, matched);
        } else if (passed) {
            observations.eventRedelivered();
        } else {
            observations.eventDeduplicated();
        }
    }

    private void received(ReceivedEvent event, boolean matched) {
        observations.eventReceived(event.envelope());
        if (!matched) {
            CallIds.of(event.envelope()).run(() -> LOG.debug("No consumer matches {}", event));
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

    /** Identities of the events that were counted last. */
    private static final class Counted {

        private final Map<String, Boolean> identities = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > REMEMBERED;
            }
        };

        /** Says whether it is new; {@code null} always is. */
        synchronized boolean add(String identity) {
            return identity == null || identities.putIfAbsent(identity, true) == null;
        }
    }
}
