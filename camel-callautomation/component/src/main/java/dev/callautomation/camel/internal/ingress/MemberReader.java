package dev.callautomation.camel.internal.ingress;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.EventEnvelope;

/**
 * Reads JSON into records, each member for itself. One that cannot be read is {@code null}, or left out of its list or map,
 * and its name is noted; it does not affect the others. The data binding of Jackson would fail as a whole.
 */
final class MemberReader {

    private final UnreadableMembers unreadable;

    /** @param unreadable receives the names of the members that cannot be read */
    MemberReader(UnreadableMembers unreadable) {
        this.unreadable = unreadable;
    }

    /** The event as a record. */
    static CallAutomationEvent event(Class<? extends CallAutomationEvent> type, EventEnvelope envelope) {
        UnreadableMembers unreadable = new UnreadableMembers(envelope.unreadable());
        Shape shape = Shape.of(type);
        Object[] values = new MemberReader(unreadable).values(shape, envelope.data(), "");
        try {
            return type.cast(shape.create(withEnvelope(shape, values, envelope.withUnreadable(unreadable.names()))));
        } catch (IllegalArgumentException e) {
            shape.members().stream()
                    .filter(member -> member.type() != EventEnvelope.class)
                    .forEach(member -> unreadable.add(member.name()));
            EventEnvelope rest = envelope.withUnreadable(unreadable.names());
            return type.cast(shape.create(withEnvelope(shape, shape.nothing(), rest)));
        }
    }

    private static Object[] withEnvelope(Shape shape, Object[] values, EventEnvelope envelope) {
        values[shape.envelope()] = envelope;
        return values;
    }

    /**
     * A member of an object, by the first of its names that is present.
     *
     * @return {@code null} if it is missing, JSON null or cannot be read
     */
    <T> T member(JsonNode object, Class<T> type, String... names) {
        for (String name : names) {
            JsonNode value = object.get(name);
            if (value != null && !value.isNull()) {
                return type.cast(read(value, type, name));
            }
        }
        return null;
    }

    private Object[] values(Shape shape, JsonNode object, String path) {
        Object[] values = shape.nothing();
        for (int i = 0; i < values.length; i++) {
            Shape.Member member = shape.members().get(i);
            if (member.type() == ObjectNode.class) {
                values[i] = object;
                continue;
            }
            JsonNode value = member.in(object);
            Object read = value == null ? null : read(value, member.type(), path + member.name());
            if (read != null) {
                values[i] = read;
            }
        }
        return values;
    }

    private Object read(JsonNode value, Type type, String path) {
        Object read;
        if (type instanceof ParameterizedType several) {
            Type element = several.getActualTypeArguments()[several.getActualTypeArguments().length - 1];
            read = several.getRawType() == List.class ? list(value, element, path) : map(value, element, path);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            read = object(value, plain, path);
        } else {
            read = Scalars.read(value, (Class<?>) type);
        }
        if (read == null) {
            unreadable.add(path);
        }
        return read;
    }

    private List<Object> list(JsonNode array, Type element, String path) {
        if (!array.isArray()) {
            return null;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            Object read = read(array.get(i), element, path + "[" + i + "]");
            if (read != null) {
                list.add(read);
            }
        }
        return list;
    }

    private Map<String, Object> map(JsonNode object, Type value, String path) {
        if (!object.isObject()) {
            return null;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        object.properties().stream().filter(entry -> !entry.getValue().isNull()).forEach(entry -> {
            Object read = read(entry.getValue(), value, path + "." + entry.getKey());
            if (read != null) {
                map.put(entry.getKey(), read);
            }
        });
        return map;
    }

    private Object object(JsonNode json, Class<?> type, String path) {
        Shape shape = Shape.of(type);
        try {
            if (json.isTextual() && shape.text() != null) {
                return shape.create(json.textValue());
            }
            if (!json.isObject()) {
                return null;
            }
            Object[] values = values(shape, json, path + ".");
            try {
                return shape.create(values);
            } catch (IllegalArgumentException e) {
                return withoutObjects(shape, values, path + ".");
            }
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A record whose members contradict each other, such as an identifier of two parties, may do with the simple ones. */
    private Object withoutObjects(Shape shape, Object[] values, String path) {
        List<String> omitted = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Shape.Member member = shape.members().get(i);
            if (values[i] != null && member.type() instanceof Class<?> type && type.isRecord()) {
                values[i] = null;
                omitted.add(path + member.name());
            }
        }
        Object record = shape.create(values);
        omitted.forEach(unreadable::add);
        return record;
    }
}
