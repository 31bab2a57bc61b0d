package dev.callautomation.camel.internal.client;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Identity by which the service deduplicates requests: it responds to a repeated one without executing it again.
 *
 * @param requestId the same for all attempts
 * @param firstSent time of the first attempt
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
