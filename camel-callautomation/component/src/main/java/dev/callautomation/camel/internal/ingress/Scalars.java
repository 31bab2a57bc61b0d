package dev.callautomation.camel.internal.ingress;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/** Reads values that are no objects. Numbers and booleans may be written as text, and text as a number or boolean. */
final class Scalars {

    /** More characters than any number of an event has; parsing much longer ones would take long. */
    private static final int LONGEST_NUMBER = 40;

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            String.class,
            text -> text,
            Boolean.class,
            Scalars::bool,
            boolean.class,
            Scalars::bool,
            Integer.class,
            text -> number(text).intValueExact(),
            int.class,
            text -> number(text).intValueExact(),
            Long.class,
            text -> number(text).longValueExact(),
            Double.class,
            Scalars::fraction,
            OffsetDateTime.class,
            Times::parse);

    /** The constants of enums by their names in JSON. */
    private static final ClassValue<Map<String, Object>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            Map<String, Object> constants = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                constants.put(wireName((Enum<?>) constant), constant);
            }
            return constants;
        }
    };

    private Scalars() {}

    /** @return {@code null} if the value cannot be read as the type; not called for JSON null */
    static Object read(JsonNode value, Class<?> type) {
        if (!value.isValueNode()) {
            return null;
        }
        if (type.isEnum()) {
            return constant(value.asText(), type);
        }
        Function<String, Object> reader = READERS.get(type);
        if (reader == null) {
            return null;
        }
        try {
            return reader.apply(value.asText());
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    private static Object bool(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.valueOf(text);
        }
        throw new IllegalArgumentException("not a boolean");
    }

    private static BigDecimal number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("too long");
        }
        return new BigDecimal(text.trim());
    }

    private static Object fraction(String text) {
        double value = number(text).doubleValue();
        if (Double.isInfinite(value)) {
            throw new NumberFormatException("too large");
        }
        return value;
    }

    /**
     * Event Grid begins what callbacks write in lower case with a capital.
     *
     * @return {@code null} if there is none of that name
     */
    static Object constant(String text, Class<?> type) {
        Map<String, Object> constants = CONSTANTS.get(type);
        Object exact = constants.get(text);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, Object> constant : constants.entrySet()) {
            if (constant.getKey().equalsIgnoreCase(text)) {
                return constant.getValue();
            }
        }
        return null;
    }

    private static String wireName(Enum<?> constant) {
        try {
            JsonProperty name =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return name == null ? constant.name() : name.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
