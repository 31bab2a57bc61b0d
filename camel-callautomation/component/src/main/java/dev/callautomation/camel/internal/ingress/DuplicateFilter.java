package dev.callautomation.camel.internal.ingress;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Predicate;

import org.apache.camel.spi.IdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.event.EventEnvelope;

/**
 * Recognizes events that a consumer has processed: the service delivers each at least once. Consumers are told apart, so
 * that an event which one of them failed to process is redelivered to that one alone.
 */
final class DuplicateFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DuplicateFilter.class);

    private final IdempotentRepository processed;
    private final boolean afterwards;

    /**
     * @param processed  remembers events; {@code null} for no deduplication
     * @param afterwards whether an event is remembered when it has been processed. Otherwise it is remembered before, and
     *                   counts as processed when this process dies in between
     */
    DuplicateFilter(IdempotentRepository processed, boolean afterwards) {
        this.processed = processed;
        this.afterwards = afterwards;
    }

    /**
     * By which the duplicates of an event for a consumer are recognized; {@code null} if they cannot be. CloudEvents are
     * unique by source and id; the type and time tell apart the events of senders that count their ids from the start. The
     * sources of recordings alone may be longer than the column of a database, hence a digest.
     */
    String identity(EventEnvelope event, EventReceiver receiver) {
        return processed == null ? null : identity(receiver.name(), event);
    }

    /** By which the duplicates of an event are recognized; {@code null} if they cannot be. */
    static String identity(String receiver, EventEnvelope event) {
        if (event.id() == null) {
            return null;
        }
        String text = String.join(
                "|", receiver, String.valueOf(event.source()), event.id(), event.type(), String.valueOf(event.time()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** Whether an event was processed before. Called once for each, before it is processed. */
    boolean isProcessed(InFlightEvent event) {
        String identity = event.identity();
        if (identity == null) {
            return false;
        }
        return afterwards ? processed.contains(identity) : !processed.add(identity);
    }

    /** An event has been processed. */
    void remember(InFlightEvent event) {
        update(event, identity -> afterwards ? processed.add(identity) : processed.confirm(identity));
    }

    /** An event has not been processed: its redelivery is no duplicate. */
    void forget(InFlightEvent event) {
        if (!afterwards) {
            update(event, identity -> processed.remove(identity));
        }
    }

    private void update(InFlightEvent event, Predicate<String> change) {
        if (event.identity() == null) {
            return;
        }
        try {
            change.test(event.identity());
        } catch (Throwable e) {
            // the end of the event must not depend on it
            LOG.warn(
                    "The idempotent repository failed at the end of {}: a redelivery of it counts as {}",
                    event,
                    afterwards ? "a new event" : "a duplicate",
                    e);
        }
    }
}
