package dev.callautomation.camel.ingress;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.spi.IdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.event.EventEnvelope;

/**
 * Recognizes events that a receiver has had before: the service delivers each at least once. Each receiver is remembered
 * for itself, so that an event which one of them could not handle comes again to that one alone.
 */
public final class DuplicateFilter {

    /** What is known of an event. */
    enum Seen {
        NEW,
        /** It came before, and its handling has not ended. */
        IN_HAND,
        HANDLED
    }

    private static final Logger LOG = LoggerFactory.getLogger(DuplicateFilter.class);

    private final IdempotentRepository handled;
    private final boolean afterwards;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    /**
     * @param handled    remembers events; {@code null} lets repeated ones through
     * @param afterwards whether an event is noted when it has been handled. Otherwise it is noted before, and taken for
     *                   handled when this process dies in between
     */
    public DuplicateFilter(IdempotentRepository handled, boolean afterwards) {
        this.handled = handled;
        this.afterwards = afterwards;
    }

    /** Looks an event up and notes that it is handled from now on, if it is new. */
    Seen look(EventEnvelope event, EventReceiver receiver) {
        if (passes(event)) {
            return Seen.NEW;
        }
        String key = key(event, receiver);
        if (!inHand.add(key)) {
            return Seen.IN_HAND;
        }
        boolean known = true;
        try {
            known = afterwards ? handled.contains(key) : !handled.add(key);
        } finally {
            if (known) {
                inHand.remove(key);
            }
        }
        return known ? Seen.HANDLED : Seen.NEW;
    }

    /** Its handling has ended. An event that could not be handled is let in once more, for it may be delivered again. */
    void ended(EventEnvelope event, EventReceiver receiver, boolean successfully) {
        if (passes(event)) {
            return;
        }
        String key = key(event, receiver);
        try {
            if (!successfully) {
                if (!afterwards) {
                    handled.remove(key);
                }
            } else if (afterwards) {
                handled.add(key);
            } else {
                handled.confirm(key);
            }
        } catch (RuntimeException e) {
            // nobody waits for this, and the event's own end must not depend on it
            LOG.warn(
                    "That {} was handled {} could not be noted: when it comes again, it is taken for {}",
                    event,
                    successfully ? "successfully" : "without success",
                    afterwards ? "a new one" : "a repetition",
                    e);
        } finally {
            inHand.remove(key);
        }
    }

    private boolean passes(EventEnvelope event) {
        return handled == null || event.id() == null;
    }

    /**
     * CloudEvents are unique by source and id; the type and time guard against senders that number from the start. The
     * sources of recordings alone may be longer than the column of a database, hence a digest.
     */
    private static String key(EventEnvelope event, EventReceiver receiver) {
        String text = String.join(
                "|",
                receiver.name(),
                String.valueOf(event.source()),
                event.id(),
                event.type(),
                String.valueOf(event.time()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
