package dev.callautomation.camel.internal.ingress;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.camel.event.EventEnvelope;

/**
 * What is known of a record.
 *
 * @param indexes  the places of the members by name and alias
 * @param missing  values that stand for missing members; not to be changed
 * @param envelope the place of the envelope; -1 if the record is no event
 * @param text     creates the record from text; {@code null} if it has no such form
 */
record Shape(
        List<Member> members,
        Map<String, Integer> indexes,
        Object[] missing,
        int envelope,
        Constructor<?> constructor,
        Method text) {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return create(type);
        }
    };

    static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static Shape create(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Member> members = Stream.of(components).map(Shape::member).toList();
        Map<String, Integer> indexes = new HashMap<>();
        int envelope = -1;
        for (int i = 0; i < components.length; i++) {
            for (String name : members.get(i).names()) {
                indexes.put(name, i);
            }
            envelope = components[i].getType() == EventEnvelope.class ? i : envelope;
        }
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            // it is public: for each record, whether it may be called would be looked up, a sixtieth of the CPU of an
            // event
            constructor.setAccessible(true);
            return new Shape(
                    members,
                    indexes,
                    Stream.of(components).map(Shape::ofMissing).toArray(),
                    envelope,
                    constructor,
                    text(type).orElse(null));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Member member(RecordComponent component) {
        JsonAlias alias = component.getAccessor().getAnnotation(JsonAlias.class);
        Stream<String> aliases = alias == null ? Stream.empty() : Stream.of(alias.value());
        Type type = component.getGenericType();
        return new Member(Stream.concat(Stream.of(component.getName()), aliases).toList(), type, Value.of(type));
    }

    private static Object ofMissing(RecordComponent component) {
        Class<?> type = component.getType();
        return type == int.class ? (Object) 0 : type == boolean.class ? (Object) false : null;
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
        return missing.clone();
    }

    /** The place of a member; -1 if there is none of that name. */
    int index(String name) {
        return indexes.getOrDefault(name, -1);
    }

    /** @throws IllegalArgumentException if the record rejects its members */
    Object create(Object[] values) {
        return invoke(() -> constructor.newInstance(values));
    }

    /** @throws IllegalArgumentException if the record rejects the text */
    Object create(String value) {
        return invoke(() -> text.invoke(null, value));
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

    enum Kind {
        TEXT,
        TIME,
        CONSTANT,
        BOOLEAN,
        INTEGER,
        LONG,
        FRACTION,
        RECORD,
        LIST,
        MAP,
        /** Not read from a value of its own: the envelope, or the JSON of an identifier. */
        OTHER
    }

    /**
     * How a value is read; reflection would tell it anew for each.
     *
     * @param element how the elements of a list or map are read; otherwise {@code null}
     */
    record Value(Kind kind, Class<?> type, Value element) {

        private static final Map<Class<?>, Kind> KINDS = Map.of(
                String.class,
                Kind.TEXT,
                OffsetDateTime.class,
                Kind.TIME,
                boolean.class,
                Kind.BOOLEAN,
                Boolean.class,
                Kind.BOOLEAN,
                int.class,
                Kind.INTEGER,
                Integer.class,
                Kind.INTEGER,
                Long.class,
                Kind.LONG,
                Double.class,
                Kind.FRACTION,
                EventEnvelope.class,
                Kind.OTHER);

        static Value of(Type type) {
            if (type instanceof ParameterizedType several) {
                Type[] arguments = several.getActualTypeArguments();
                Class<?> raw = (Class<?>) several.getRawType();
                return new Value(raw == List.class ? Kind.LIST : Kind.MAP, raw, of(arguments[arguments.length - 1]));
            }
            Class<?> plain = (Class<?>) type;
            Kind otherwise = plain.isEnum() ? Kind.CONSTANT : plain.isRecord() ? Kind.RECORD : Kind.OTHER;
            return new Value(KINDS.getOrDefault(plain, otherwise), plain, null);
        }
    }

    /** @param names the name, then its aliases */
    record Member(List<String> names, Type type, Value value) {

        String name() {
            return names.get(0);
        }

        /** The value; {@code null} if it is missing or JSON null. */
        JsonNode in(JsonNode object) {
            for (String name : names) {
                JsonNode value = object.get(name);
                if (value != null && !value.isNull()) {
                    return value;
                }
            }
            return null;
        }
    }
}
