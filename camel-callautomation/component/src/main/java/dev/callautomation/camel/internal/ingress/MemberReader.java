package dev.callautomation.camel.internal.ingress;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.EventTypes;
import dev.callautomation.camel.event.UnknownEvent;

/**
 * Reads JSON into records, each member for itself. One that cannot be read is {@code null}, or left out of its list or map,
 * and its name is noted; it does not affect the others. The data binding of Jackson would fail as a whole.
 */
final class MemberReader {

    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private final UnreadableMembers unreadable;

    /** @param unreadable receives the names of the members that cannot be read */
    MemberReader(UnreadableMembers unreadable) {
        this.unreadable = unreadable;
    }

    /** The event as the record of its type; as {@link UnknownEvent} if the type has none. */
    static CallAutomationEvent event(EventEnvelope envelope) {
        Class<? extends CallAutomationEvent> type =
                EventTypes.find(envelope.shortType()).orElse(UnknownEvent.class);
        UnreadableMembers unreadable = new UnreadableMembers(envelope.unreadable());
        Shape shape = shape(type);
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
        for (int i = 0; i < values.length; i++) {
            if (shape.members().get(i).type() == EventEnvelope.class) {
                values[i] = envelope;
            }
        }
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
            Member member = shape.members().get(i);
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
            read = Scalars.read(value, (Class<?>) type).orElse(null);
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
        Shape shape = shape(type);
        try {
            if (json.isTextual() && shape.text() != null) {
                return invoke(() -> shape.text().invoke(null, json.textValue()));
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
            Member member = shape.members().get(i);
            if (values[i] != null && member.type() instanceof Class<?> type && type.isRecord()) {
                values[i] = null;
                omitted.add(path + member.name());
            }
        }
        Object record = shape.create(values);
        omitted.forEach(unreadable::add);
        return record;
    }

    private static Shape shape(Class<?> type) {
        return SHAPES.computeIfAbsent(type, Shape::of);
    }

    private interface Invocation {
        Object result() throws ReflectiveOperationException;
    }

    private static Object invoke(Invocation invocation) {
        try {
            return invocation.result();
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param names the name, then its aliases */
    private record Member(List<String> names, Type type) {

        String name() {
            return names.get(0);
        }

        /** The value; {@code null} if it is missing or JSON null. */
        JsonNode in(JsonNode object) {
            return names.stream()
                    .map(object::get)
                    .filter(value -> value != null && !value.isNull())
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * What is known of a record.
     *
     * @param text creates the record from text; {@code null} if it has no such form
     */
    private record Shape(List<Member> members, Constructor<?> constructor, Method text) {

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Shape(
                        Stream.of(components).map(Shape::member).toList(),
                        type.getDeclaredConstructor(types),
                        text(type).orElse(null));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Member member(RecordComponent component) {
            JsonAlias alias = component.getAccessor().getAnnotation(JsonAlias.class);
            Stream<String> aliases = alias == null ? Stream.empty() : Stream.of(alias.value());
            return new Member(
                    Stream.concat(Stream.of(component.getName()), aliases).toList(), component.getGenericType());
        }

        private static Optional<Method> text(Class<?> type) {
            return Stream.of(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(JsonCreator.class)
                            && method.getParameterCount() == 1
                            && method.getParameterTypes()[0] == String.class)
                    .findFirst();
        }

        /** Values that stand for missing members. */
        Object[] nothing() {
            return members.stream().map(member -> nothing(member.type())).toArray();
        }

        private static Object nothing(Type type) {
            return type == int.class ? (Object) 0 : type == boolean.class ? (Object) false : null;
        }

        /** @throws IllegalArgumentException if the record rejects its members */
        Object create(Object[] values) {
            return invoke(() -> constructor.newInstance(values));
        }
    }
}
