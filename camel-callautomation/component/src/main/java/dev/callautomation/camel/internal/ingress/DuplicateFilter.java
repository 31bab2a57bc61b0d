package dev.callautomation.camel.internal.ingress;

import java.util.function.Consumer;

import org.apache.camel.spi.IdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recognizes events that a consumer has processed: the service delivers each at least once. Consumers are told apart, so
 * that an event which one of them failed to process is redelivered to that one alone.
 */
final class DuplicateFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DuplicateFilter.class);

    private final ProcessedEvents processed;
    private final boolean afterwards;

    /**
     * @param afterwards whether an event is remembered when it has been processed. Otherwise it is remembered before, and
     *                   counts as processed when this process dies in between
     */
    DuplicateFilter(ProcessedEvents processed, boolean afterwards) {
        this.processed = processed;
        this.afterwards = afterwards;
    }

    DuplicateFilter(IdempotentRepository processed, boolean afterwards) {
        this(ProcessedEvents.in(processed), afterwards);
    }

    /** Whether it may wait for another process. */
    boolean mayBlock() {
        return processed.mayBlock();
    }

    /** Whether an event was processed before. Called once for each, before it is processed. */
    boolean isProcessed(InFlightEvent event) {
        if (event.key() == null) {
            return false;
        }
        return afterwards ? processed.contains(event) : !processed.add(event);
    }

    /** An event has been processed. */
    void remember(InFlightEvent event) {
        update(event, afterwards ? processed::add : processed::confirm);
    }

    /** An event has not been processed: its redelivery is no duplicate. */
    void forget(InFlightEvent event) {
        if (!afterwards) {
            update(event, processed::remove);
        }
    }

    private void update(InFlightEvent event, Consumer<InFlightEvent> change) {
        if (event.key() == null) {
            return;
        }
        try {
            change.accept(event);
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
