package dev.callautomation.camel.internal.ingress;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.support.RecentEntries;

/**
 * Recognizes lists of participants that are older than one received before. The service numbers those of a call
 * connection, and does not keep their order.
 */
public final class StaleParticipants {

    /** Number of calls whose last number is remembered. */
    private static final int CALLS = 10_000;

    private final RecentEntries<String, Long> newest = new RecentEntries<>(CALLS);

    /** Whether the event is such a list with a lower number than one received before. Called once for each event. */
    public boolean isStale(EventEnvelope event) {
        String call = event.callConnectionId();
        // the data last: those of other events need not be read
        if (call == null || !event.shortType().equalsIgnoreCase("ParticipantsUpdated")) {
            return false;
        }
        JsonNode number = event.data().path("sequenceNumber");
        return number.canConvertToLong() && newest.merge(call, number.longValue(), Math::max) > number.longValue();
    }
}
