package dev.callautomation.camel.internal.ingress;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.support.LRUCacheFactory;

import dev.callautomation.camel.event.EventEnvelope;

/**
 * Recognizes lists of participants that are older than one received before. The service numbers those of a call
 * connection, and does not keep their order.
 */
public final class StaleParticipants {

    /** Number of calls whose last number is remembered. */
    private static final int CALLS = 10_000;

    private final Map<String, Long> newest = LRUCacheFactory.newLRUCache(CALLS);

    /** Whether the event is such a list with a lower number than one received before. Called once for each event. */
    public boolean isStale(EventEnvelope event) {
        JsonNode number = event.data().path("sequenceNumber");
        String call = event.callConnectionId();
        if (!event.shortType().equalsIgnoreCase("ParticipantsUpdated") || !number.canConvertToLong() || call == null) {
            return false;
        }
        return newest.merge(call, number.longValue(), Math::max) > number.longValue();
    }
}
