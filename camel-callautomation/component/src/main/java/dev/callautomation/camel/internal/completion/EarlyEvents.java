package dev.callautomation.camel.internal.completion;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.support.RecentEntries;

/**
 * Recent events that arrived before the operation they complete was known by the id that they share: before the response
 * to its request, or before its request was sent again.
 */
final class EarlyEvents {

    private static final int CAPACITY = 2_000;

    private final RecentEntries<Id, EarlyEvent> events = new RecentEntries<>(CAPACITY);
    private final RecentEntries<String, Boolean> withoutResponse = new RecentEntries<>(CAPACITY);

    private record Id(CorrelationKey key, String id) {}

    private record EarlyEvent(ReceivedEvent event, ArrivalOrder.@Nullable Arrival arrival) {}

    /** The request of an operation has no response. If it is sent again under the same id, the event may come in between. */
    void responseMissing(String operationId) {
        withoutResponse.put(operationId, true);
    }

    /**
     * Keeps the event if an operation may need it later.
     *
     * @param key     the kind of an id that it has beside that of its operation
     * @param arrival the place of the event in the order of arrival
     */
    void keep(CorrelationKey key, String id, ReceivedEvent event, ArrivalOrder.Arrival arrival) {
        if (EventCorrelation.mayBeEarly(key, event.envelope())) {
            events.put(new Id(key, id), new EarlyEvent(event, arrival));
        }
    }

    /** Keeps an event of an operation if the request of that may be sent again. */
    void keepIfRepeated(String operationId, ReceivedEvent event) {
        if (!withoutResponse.isEmpty() && withoutResponse.containsKey(operationId)) {
            events.put(new Id(CorrelationKey.OPERATION, operationId), new EarlyEvent(event, null));
        }
    }

    /** The event that is kept for an id, unless it preceded the operation. */
    Optional<ReceivedEvent> find(CorrelationKey key, String id, PendingOperation operation) {
        EarlyEvent early = events.isEmpty() ? null : events.get(new Id(key, id));
        return early != null && (early.arrival() == null || early.arrival().isAfter(operation))
                ? Optional.of(early.event())
                : Optional.empty();
    }
}
