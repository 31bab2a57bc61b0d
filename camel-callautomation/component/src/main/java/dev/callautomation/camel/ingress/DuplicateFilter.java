package dev.callautomation.camel.ingress;

import org.apache.camel.spi.IdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.event.EventEnvelope;

/** Recognizes events that were delivered before: the service delivers each at least once. */
public final class DuplicateFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DuplicateFilter.class);

    private final IdempotentRepository seen;

    /**
     * @param seen remembers events; {@code null} lets repeated ones through
     */
    public DuplicateFilter(IdempotentRepository seen) {
        this.seen = seen;
    }

    boolean first(EventEnvelope event) {
        boolean first = seen == null || event.id() == null || seen.add(key(event));
        if (!first) {
            LOG.debug("{} was delivered before", event);
        }
        return first;
    }

    /** Lets the event in once more: it could not be handled, and the service may deliver it again. */
    void forget(EventEnvelope event) {
        if (seen != null && event.id() != null) {
            try {
                seen.remove(key(event));
            } catch (RuntimeException e) {
                // nobody waits for this, and the event's own end must not depend on it
                LOG.warn(
                        "{} could not be forgotten, so that it is taken for a repetition when it comes again",
                        event,
                        e);
            }
        }
    }

    /** CloudEvents are unique by source and id; the type and time guard against senders that number from the start. */
    private static String key(EventEnvelope event) {
        return String.join("|", String.valueOf(event.source()), event.id(), event.type(), String.valueOf(event.time()));
    }
}
