package dev.callautomation.camel.internal.ingress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * Reads records in one pass over the tokens, if each member is of the type that the service documents and occurs once. For
 * everything else the result is {@code null}, and {@link MemberReader} reads the tree, which allocates ten times as much.
 */
final class RecordReader {

    private final JsonParser parser;
    private final boolean checked;

    /**
     * @param parser  its current token is the first of the value that is read next
     * @param checked whether the length of texts has been checked that are skipped
     */
    RecordReader(JsonParser parser, boolean checked) {
        this.parser = parser;
        this.checked = checked;
    }

    /**
     * The event as the record of its type; {@code null} if it needs {@link MemberReader}.
     *
     * @param members the members, if they have been read; otherwise {@code null}
     */
    static CallAutomationEvent event(
            Class<? extends CallAutomationEvent> type, EventEnvelope envelope, EventBytes bytes, Object[] members) {
        Shape shape = Shape.of(type);
        try {
            Object[] values = members;
            if (values == null) {
                values = shape.members().size() == 1 ? shape.nothing() : values(shape, bytes);
            }
            if (values == null) {
                return null;
            }
            values[shape.envelope()] = envelope;
            shareIncomingCallContext(values, shape, envelope);
            return type.cast(shape.create(values));
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Its text is the longest of all events, and was read before when the data were scanned. */
    private static void shareIncomingCallContext(Object[] values, Shape shape, EventEnvelope envelope) {
        int index = shape.index(LazyMembers.INCOMING_CALL_CONTEXT);
        if (index >= 0 && values[index] instanceof String text) {
            String scanned =
                    envelope.data().path(LazyMembers.INCOMING_CALL_CONTEXT).textValue();
            values[index] = text.equals(scanned) ? scanned : text;
        }
    }

    private static Object[] values(Shape shape, EventBytes bytes) throws IOException {
        try (JsonParser parser = bytes.dataParser()) {
            parser.nextToken();
            return new RecordReader(parser, true).values(shape, false);
        }
    }

    /** @return {@code null} if it needs {@link MemberReader} */
    <T> T object(Class<T> type) throws IOException {
        try {
            return type.cast(record(type, false));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** @param exact whether the record may have no other members than those of its type */
    private Object record(Class<?> type, boolean exact) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return null;
        }
        Shape shape = Shape.of(type);
        boolean identifier = type == CommunicationIdentifier.class;
        Object[] values = values(shape, exact || identifier);
        if (values == null) {
            return null;
        }
        Object read = shape.create(values);
        return identifier ? unlessCorrected((CommunicationIdentifier) read, shape, values) : read;
    }

    /** An identifier that differs from its JSON has to keep the JSON. */
    private static CommunicationIdentifier unlessCorrected(CommunicationIdentifier read, Shape shape, Object[] sent) {
        Object kind = sent[shape.index("kind")];
        Object rawId = sent[shape.index("rawId")];
        return (kind == null || kind == read.kind())
                        && (rawId == null || ((String) rawId).equalsIgnoreCase(read.rawId()))
                ? read
                : null;
    }

    private Object[] values(Shape shape, boolean exact) throws IOException {
        Object[] values = shape.nothing();
        long seen = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            int index = shape.index(name);
            JsonToken token = parser.nextToken();
            if (index < 0) {
                if (exact) {
                    return null;
                }
                skip();
                continue;
            }
            if ((seen & 1L << index) != 0) {
                return null;
            }
            seen |= 1L << index;
            if (token != JsonToken.VALUE_NULL) {
                values[index] = value(shape.members().get(index).value(), exact);
                if (values[index] == null) {
                    return null;
                }
            }
        }
        return values;
    }

    /** Skips a value. The parser itself checks the length only of texts that are read. */
    void skip() throws IOException {
        if (checked) {
            parser.skipChildren();
            return;
        }
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING) {
                parser.streamReadConstraints().validateStringLength(parser.getTextLength());
            }
            if (depth > 0) {
                parser.nextToken();
            }
        } while (depth > 0);
    }

    /**
     * Reads a member of an event.
     *
     * @return {@code null} if it needs {@link MemberReader}
     */
    Object member(Shape.Member member) throws IOException {
        try {
            return value(member.value(), false);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Object value(Shape.Value value, boolean exact) throws IOException {
        return switch (value.kind()) {
            case RECORD -> record(value.type(), exact);
            case LIST -> list(value.element(), exact);
            case MAP -> map(value.element(), exact);
            case OTHER -> null;
            default -> scalar(value);
        };
    }

    private List<Object> list(Shape.Value element, boolean exact) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return null;
        }
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object read = value(element, exact);
            if (read == null) {
                return null;
            }
            list.add(read);
        }
        return list;
    }

    private Map<String, Object> map(Shape.Value element, boolean exact) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return null;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            Object read = value(element, exact);
            if (read == null || map.put(name, read) != null) {
                return null;
            }
        }
        return map;
    }

    private Object scalar(Shape.Value value) throws IOException {
        Shape.Kind kind = value.kind();
        return switch (parser.currentToken()) {
            case VALUE_STRING ->
                switch (kind) {
                    case TEXT -> parser.getText();
                    case TIME -> Times.read(parser);
                    case CONSTANT -> Scalars.constant(parser.getText(), value.type());
                    default -> null;
                };
            case VALUE_TRUE -> kind == Shape.Kind.BOOLEAN ? Boolean.TRUE : null;
            case VALUE_FALSE -> kind == Shape.Kind.BOOLEAN ? Boolean.FALSE : null;
            case VALUE_NUMBER_INT -> integer(kind);
            case VALUE_NUMBER_FLOAT -> kind == Shape.Kind.FRACTION ? fraction() : null;
            default -> null;
        };
    }

    private Object integer(Shape.Kind kind) throws IOException {
        JsonParser.NumberType size = parser.getNumberType();
        if (size == JsonParser.NumberType.BIG_INTEGER) {
            return null;
        }
        return switch (kind) {
            case INTEGER -> size == JsonParser.NumberType.INT ? (Object) parser.getIntValue() : null;
            case LONG -> parser.getLongValue();
            case FRACTION -> (double) parser.getLongValue();
            default -> null;
        };
    }

    private Object fraction() throws IOException {
        double value = parser.getDoubleValue();
        // the tree has decimal numbers, which know no negative zero
        return Double.isInfinite(value) ? null : (Object) (value == 0 ? 0.0 : value);
    }
}
