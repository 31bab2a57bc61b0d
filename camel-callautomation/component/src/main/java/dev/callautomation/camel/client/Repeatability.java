package dev.callautomation.camel.client;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Lets the service recognize a request it has seen: it then answers again without doing the work again.
 *
 * @param requestId one per piece of work, however often it is asked for
 * @param firstSent when it was asked for first
 */
public record Repeatability(UUID requestId, Instant firstSent) {

    public static Repeatability create() {
        return new Repeatability(UUID.randomUUID(), Instant.now());
    }

    Map<String, String> headers() {
        return Map.of(
                "Repeatability-Request-ID",
                requestId.toString(),
                "Repeatability-First-Sent",
                HttpDates.format(firstSent));
    }
}
