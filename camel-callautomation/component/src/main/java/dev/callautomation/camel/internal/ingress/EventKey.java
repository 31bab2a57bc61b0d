package dev.callautomation.camel.internal.ingress;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import dev.callautomation.camel.event.EventEnvelope;

/** What an event has in common with its repetitions for a receiver. */
final class EventKey {

    private EventKey() {}

    /** The key in this process; {@code null} if the repetitions cannot be recognized: the event has no id. */
    static EventIdentity of(String receiver, ReceivedEvent event) {
        return event.identity() == null ? null : event.identity().forReceiver(receiver);
    }

    /**
     * The key in a repository that nodes share, so that it must not change between versions. The sources of recordings alone
     * may be longer than the column of a database, hence a digest.
     */
    static String digest(String receiver, EventEnvelope event) {
        String text = String.join(
                "|", receiver, String.valueOf(event.source()), event.id(), event.type(), String.valueOf(event.time()));
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
