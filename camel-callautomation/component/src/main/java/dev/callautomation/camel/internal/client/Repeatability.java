package dev.callautomation.camel.internal.client;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Identity by which the service deduplicates requests: it responds to a repeated one without executing it again. */
public final class Repeatability {

    private final Supplier<UUID> source;
    private final Instant firstSent;
    private UUID requestId;

    private Repeatability(Supplier<UUID> source, Instant firstSent) {
        this.source = source;
        this.firstSent = firstSent;
    }

    /** A random identity. */
    public static Repeatability create() {
        return from(RandomIds::next);
    }

    /** @param source of the id, which is called when the id is needed: most requests on media are sent without it */
    public static Repeatability from(Supplier<UUID> source) {
        return new Repeatability(source, Instant.now());
    }

    /** The same for all attempts. */
    public synchronized UUID requestId() {
        if (requestId == null) {
            requestId = source.get();
        }
        return requestId;
    }

    void headers(BiConsumer<String, String> headers) {
        headers.accept("Repeatability-Request-ID", requestId().toString());
        headers.accept("Repeatability-First-Sent", HttpDates.format(firstSent));
    }
}
