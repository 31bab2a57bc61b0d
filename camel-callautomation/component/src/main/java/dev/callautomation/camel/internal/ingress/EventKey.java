package dev.callautomation.camel.internal.ingress;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Objects;

import dev.callautomation.camel.event.EventEnvelope;

/**
 * What an event has in common with its repetitions for a receiver. CloudEvents are unique by source and id; the type and time
 * tell apart the events of senders that count their ids from the start.
 */
final class EventKey {

    private static final int PRIME = 31;

    private final String receiver;
    private final String source;
    private final String id;
    private final String type;
    private final OffsetDateTime time;
    private final int hash;
    private String digest;

    private EventKey(String receiver, EventEnvelope event) {
        this.receiver = receiver;
        this.source = event.source();
        this.id = event.id();
        this.type = event.type();
        this.time = event.time();
        // ids are seldom equal, so that the hash needs nothing else of the event
        this.hash = PRIME * id.hashCode() + receiver.hashCode();
    }

    /**
     * {@code null} if the repetitions cannot be recognized: the event has no id.
     *
     * @param receiver the name of the receiver
     */
    static EventKey of(String receiver, EventEnvelope event) {
        return event.id() == null ? null : new EventKey(receiver, event);
    }

    /**
     * The key in a repository that nodes share, so that it must not change between versions. The sources of recordings alone
     * may be longer than the column of a database, hence a digest.
     */
    String digest() {
        if (digest == null) {
            String text = String.join("|", receiver, String.valueOf(source), id, type, String.valueOf(time));
            try {
                byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                digest = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java runtime has SHA-256", e);
            }
        }
        return digest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventKey key
                && hash == key.hash
                && id.equals(key.id)
                && receiver.equals(key.receiver)
                && type.equals(key.type)
                && Objects.equals(source, key.source)
                && Objects.equals(time, key.time);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
