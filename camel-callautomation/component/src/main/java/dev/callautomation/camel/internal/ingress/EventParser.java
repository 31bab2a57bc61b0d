package dev.callautomation.camel.internal.ingress;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.Subject;
import dev.callautomation.camel.internal.support.OperationContextPrefix;
import dev.callautomation.camel.model.DiagnosticInfo;
import dev.callautomation.camel.model.ResultInformation;

/**
 * Reads deliveries: CloudEvents 1.0 in structured mode (call callbacks, and Event Grid if so configured) and the Event
 * Grid schema, one event or an array of them. All of a delivery is read, or none.
 */
public final class EventParser {

    /** More than any event of the service has; deeper nesting could exhaust the stack. */
    private static final int MAX_DEPTH = 64;
    /** As a header of an application: an incoming call context has less than 20,000 characters. */
    private static final int MAX_TEXT = 256 * 1024;
    /** As many as Event Grid puts into a batch. */
    private static final int MAX_EVENTS = 5_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final String CONTEXT = "operationContext";

    private EventParser() {}

    /**
     * @param trusted whether the sender is authenticated, so that the context headers of operations are read
     * @throws MalformedDeliveryException if it is no JSON, no event, or beyond the limits
     */
    public static List<ReceivedEvent> parse(byte[] json, boolean trusted) throws MalformedDeliveryException {
        JsonNode delivery;
        try {
            delivery = MAPPER.readTree(json);
        } catch (StreamConstraintsException e) {
            throw new MalformedDeliveryException("The body is nested deeper than " + MAX_DEPTH
                    + " levels, or has a name, a number or a text that is too long (" + MAX_TEXT + " characters)");
        } catch (IOException e) {
            throw new MalformedDeliveryException("The body is no JSON");
        }
        if (delivery.isMissingNode()) {
            throw new MalformedDeliveryException("The body is empty");
        }
        List<ReceivedEvent> events = new ArrayList<>();
        if (delivery.size() > MAX_EVENTS && delivery.isArray()) {
            throw new MalformedDeliveryException(
                    "The body has " + delivery.size() + " events, more than " + MAX_EVENTS);
        }
        if (delivery.isArray()) {
            for (JsonNode event : delivery) {
                events.add(event(event, trusted));
            }
        } else {
            events.add(event(delivery, trusted));
        }
        if (events.isEmpty()) {
            throw new MalformedDeliveryException("The body is an empty array");
        }
        return events;
    }

    private static ReceivedEvent event(JsonNode event, boolean trusted) throws MalformedDeliveryException {
        if (!event.isObject()) {
            throw new MalformedDeliveryException("An event is no JSON object");
        }
        String type = text(event, "type", "eventType");
        if (type == null || type.isBlank()) {
            throw new MalformedDeliveryException(
                    "An event has neither type (CloudEvents) nor eventType (Event Grid schema)");
        }
        JsonNode data = event.get("data");
        ObjectNode members = data instanceof ObjectNode object ? object : MAPPER.createObjectNode();
        if (data != null && !data.isNull() && !data.isObject()) {
            members.set("data", data);
        }
        String about = text(event, "subject");
        Subject subject = Subject.of(about);
        OperationContextPrefix.Parsed context = OperationContextPrefix.parse(text(members, CONTEXT));
        EventEnvelope envelope = new EventEnvelope(
                text(event, "id"),
                type,
                text(event, "source", "topic"),
                about,
                time(text(event, "time", "eventTime")),
                known(text(members, "callConnectionId"), subject.callConnectionId()),
                known(text(members, "serverCallId"), subject.serverCallId()),
                known(text(members, "correlationId"), subject.correlationId()),
                context.applicationContext(),
                result(members.get("resultInformation")),
                context.prefix() == null ? members : own(members, context.applicationContext()));
        OperationContextPrefix prefix = trusted || context.prefix() == null
                ? context.prefix()
                : context.prefix().withoutHeaders();
        return new ReceivedEvent(envelope, prefix, event);
    }

    /** The data as if this component had added nothing to the operation context. */
    private static ObjectNode own(ObjectNode members, String context) {
        ObjectNode own = MAPPER.createObjectNode();
        own.setAll(members);
        if (context == null) {
            own.remove(CONTEXT);
        } else {
            own.put(CONTEXT, context);
        }
        return own;
    }

    private static String known(String data, String subject) {
        return data != null ? data : subject;
    }

    private static String text(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value != null && value.isTextual()) {
                return value.textValue();
            }
        }
        return null;
    }

    private static OffsetDateTime time(String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            // an event is worth more than its time
            return null;
        }
    }

    private static ResultInformation result(JsonNode node) {
        if (node == null || !node.isObject()) {
            return null;
        }
        return new ResultInformation(
                number(node, "code"),
                // 2022 payloads spelled it subcode
                node.has("subCode") ? number(node, "subCode") : number(node, "subcode"),
                text(node, "message"),
                diagnostic(node.get("sipDetails")),
                diagnostic(node.get("q850Details")));
    }

    private static DiagnosticInfo diagnostic(JsonNode node) {
        return node == null || !node.isObject()
                ? null
                : new DiagnosticInfo(number(node, "code"), text(node, "message"));
    }

    private static Integer number(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value != null && value.canConvertToInt() ? value.intValue() : null;
    }
}
