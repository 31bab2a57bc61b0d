package dev.callautomation.camel.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An event as it came in; its record is made when the first consumer wants it, and shared by all. */
public final class ReceivedEvent {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedEvent.class);
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build();

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
            typed = bind();
        }
        return typed;
    }

    private CallAutomationEvent bind() {
        Class<? extends CallAutomationEvent> type = EventTypes.find(envelope.shortType());
        if (type == UnknownEvent.class) {
            return new UnknownEvent(envelope);
        }
        try {
            return MAPPER.reader(new InjectableValues.Std().addValue(EventEnvelope.class, envelope))
                    .treeToValue(envelope.data(), type);
        } catch (JsonProcessingException e) {
            // what the message would quote may be secret
            LOG.warn(
                    "{} does not have the members that this version knows and is delivered as unknown ({})",
                    envelope,
                    e.getClass().getSimpleName());
            return new UnknownEvent(envelope);
        }
    }
}
