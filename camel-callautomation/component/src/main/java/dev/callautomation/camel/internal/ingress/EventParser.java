package dev.callautomation.camel.internal.ingress;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.Subject;
import dev.callautomation.camel.internal.support.OperationContextPrefix;
import dev.callautomation.camel.model.ResultInformation;

/**
 * Reads deliveries: CloudEvents 1.0 in structured, batched and binary mode, and the Event Grid schema, one event or an array.
 * All of a delivery is read, or none. A member that cannot be read does not affect the others.
 */
public final class EventParser {

    /** More than any event of the service has; deeper nesting could exhaust the stack. */
    private static final int MAX_DEPTH = 64;
    /** As a header of an application: an incoming call context has less than 20,000 characters. */
    static final int MAX_TEXT = 256 * 1024;
    /** As many as Event Grid puts into a batch. */
    static final int MAX_EVENTS = 5_000;

    static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final String CONTEXT = "operationContext";
    private static final String DATA = "data";
    private static final String DATA_BASE64 = "data_base64";

    private EventParser() {}

    /**
     * A delivery in structured mode or in the Event Grid schema, as of {@link #parse(byte[], Map, boolean)}.
     */
    public static List<ReceivedEvent> parse(byte[] json, boolean trusted) throws MalformedDeliveryException {
        return parse(json, Map.of(), trusted);
    }

    /**
     * A body that is an event, or an array of events, is read as such even if there are attributes.
     *
     * @param body       the events as JSON; in binary mode the data of the event. The events keep it, so that it must not be
     *                   changed
     * @param attributes those of {@link CloudEventAttributes} in binary mode; {@code null} or empty otherwise
     * @param trusted    whether the sender is authenticated, so that the context headers of operations are read
     * @throws MalformedDeliveryException if it is no JSON, no event, or beyond the limits
     */
    public static List<ReceivedEvent> parse(byte[] body, Map<String, String> attributes, boolean trusted)
            throws MalformedDeliveryException {
        boolean binary = attributes != null && !attributes.isEmpty();
        List<ReceivedEvent> scanned = binary ? null : EventScanner.scan(body, trusted);
        return scanned == null ? ofTree(body, binary ? attributes : Map.of(), trusted) : scanned;
    }

    /** Reads what {@link EventScanner} does not, and names what is wrong. */
    static List<ReceivedEvent> ofTree(byte[] body, Map<String, String> attributes, boolean trusted)
            throws MalformedDeliveryException {
        boolean binary = !attributes.isEmpty();
        JsonNode delivery;
        try {
            delivery = MAPPER.readTree(body);
        } catch (StreamConstraintsException e) {
            throw new MalformedDeliveryException("The body is nested deeper than " + MAX_DEPTH
                    + " levels, or has a name, a number or a text that is too long (" + MAX_TEXT + " characters)");
        } catch (IOException e) {
            if (!binary) {
                throw new MalformedDeliveryException("The body is no JSON");
            }
            delivery = BinaryNode.valueOf(body);
        }
        return binary && !isEvents(delivery)
                ? List.of(event(binary(attributes, delivery), trusted))
                : events(delivery, trusted);
    }

    /** Events as they were parsed elsewhere; as of {@link #parse(byte[], Map, boolean)}. */
    private static List<ReceivedEvent> events(JsonNode delivery, boolean trusted) throws MalformedDeliveryException {
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

    /** Whether the body contains the attributes of its events. */
    private static boolean isEvents(JsonNode body) {
        return body.isArray()
                ? !body.isEmpty()
                        && StreamSupport.stream(body.spliterator(), false).allMatch(EventParser::isEvent)
                : isEvent(body);
    }

    private static boolean isEvent(JsonNode event) {
        return event.path("specversion").isTextual() && event.path("type").isTextual()
                || event.path("eventType").isTextual();
    }

    /** The event in the form of structured mode. */
    private static ObjectNode binary(Map<String, String> attributes, JsonNode data) {
        ObjectNode event = MAPPER.createObjectNode();
        attributes.forEach(event::put);
        if (data.isBinary()) {
            event.put(DATA_BASE64, data.asText());
        } else if (!data.isMissingNode()) {
            event.set(DATA, data);
        }
        return event;
    }

    private static ReceivedEvent event(JsonNode event, boolean trusted) throws MalformedDeliveryException {
        if (!event.isObject()) {
            throw new MalformedDeliveryException("An event is no JSON object");
        }
        String type = type(event);
        if (type == null || type.isBlank()) {
            throw new MalformedDeliveryException(
                    "An event has neither type (CloudEvents) nor eventType (Event Grid schema)");
        }
        if (!isPrintable(type)) {
            throw new MalformedDeliveryException("An event has a type with characters other than printable ASCII");
        }
        UnreadableMembers unreadable = new UnreadableMembers();
        MemberReader reader = new MemberReader(unreadable);
        ObjectNode members = data(event);
        if (members == null) {
            members = MAPPER.createObjectNode();
            for (String name : List.of(DATA, DATA_BASE64)) {
                if (event.hasNonNull(name)) {
                    members.set(name, event.get(name));
                    unreadable.add(name);
                }
            }
        }
        String about = reader.member(event, String.class, "subject");
        Subject subject = Subject.of(about);
        OperationContextPrefix.Parsed context =
                OperationContextPrefix.parse(reader.member(members, String.class, CONTEXT));
        EventEnvelope envelope = new EventEnvelope(
                reader.member(event, String.class, "id"),
                type,
                reader.member(event, String.class, "source", "topic"),
                about,
                reader.member(event, OffsetDateTime.class, "time", "eventTime"),
                known(reader.member(members, String.class, "callConnectionId"), subject.callConnectionId()),
                known(reader.member(members, String.class, "serverCallId"), subject.serverCallId()),
                known(reader.member(members, String.class, "correlationId"), subject.correlationId()),
                context.applicationContext(),
                reader.member(members, ResultInformation.class, "resultInformation"),
                context.prefix() == null ? members : own(members, context.applicationContext()),
                unreadable.names());
        OperationContextPrefix prefix = trusted || context.prefix() == null
                ? context.prefix()
                : context.prefix().withoutHeaders();
        return new ReceivedEvent(envelope, prefix, event, trusted);
    }

    private static String type(JsonNode event) {
        String type = event.path("type").textValue();
        return type == null ? event.path("eventType").textValue() : type;
    }

    /** Characters of other scripts equal ASCII letters in some comparisons that ignore case, but not in others. */
    static boolean isPrintable(String type) {
        for (int i = 0; i < type.length(); i++) {
            if (type.charAt(i) <= ' ' || type.charAt(i) > '~') {
                return false;
            }
        }
        return !type.isEmpty();
    }

    /** The data: an object, or JSON that is written as text or base64; empty if there are none; {@code null} otherwise. */
    private static ObjectNode data(JsonNode event) {
        JsonNode data = event.path(DATA);
        if (data instanceof ObjectNode object) {
            return object;
        }
        try {
            if (data.isTextual()) {
                return MAPPER.readTree(data.textValue()) instanceof ObjectNode object ? object : null;
            }
            JsonNode base64 = event.path(DATA_BASE64);
            if (base64.isTextual()) {
                return MAPPER.readTree(base64.binaryValue()) instanceof ObjectNode object ? object : null;
            }
            return event.hasNonNull(DATA) || event.hasNonNull(DATA_BASE64) ? null : MAPPER.createObjectNode();
        } catch (IOException e) {
            return null;
        }
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
}
