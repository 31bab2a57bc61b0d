package dev.callautomation.camel.ingress;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.EventTypes;
import dev.callautomation.camel.event.UnknownEvent;

/** An event as it came in; its record is made when the first consumer wants it, and shared by all. */
public final class ReceivedEvent {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedEvent.class);

    private final EventEnvelope envelope;
    private CallAutomationEvent typed;

    ReceivedEvent(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    public EventEnvelope envelope() {
        return envelope;
    }

    /** The event as its record; as {@link UnknownEvent} if it has none, or does not look like it. */
    public synchronized CallAutomationEvent typed() {
        if (typed == null) {
            typed = read();
        }
        return typed;
    }

    private CallAutomationEvent read() {
        try {
            return EventTypes.read(envelope);
        } catch (JsonProcessingException e) {
            // what the message would quote may be secret
            LOG.warn(
                    "{} does not have the members that this version knows and is delivered as unknown ({})",
                    envelope,
                    e.getClass().getSimpleName());
            return new UnknownEvent(envelope);
        }
    }

    @Override
    public String toString() {
        return envelope.toString();
    }
}
