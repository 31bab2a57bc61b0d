package dev.callautomation.camel.springboot;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

import dev.callautomation.camel.internal.support.OptionCatalog;

/**
 * An option of the component, as the catalog of the component describes it.
 *
 * @param name     name in camel case
 * @param kind     {@code string}, {@code integer}, {@code boolean}, {@code enum}, {@code duration} or {@code object}
 * @param javaType name of the class, with its type arguments
 * @param values   values of an enum; empty for others
 * @param secret   whether the value must not be shown
 */
record ComponentOption(String name, String kind, String javaType, List<String> values, boolean secret) {

    static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("camel.component.callautomation");

    private static final Map<String, String> EXPECTED = Map.of(
            "integer", "a whole number",
            "boolean", "true or false",
            "duration", "a duration such as 5s, 1m30s or 5000 (milliseconds)");

    private static final Pattern DURATION = Pattern.compile(
            "(?i)-?\\d+|p[\\dthms.d-]+|(\\d+\\s*(ms|millis|milliseconds?|s|sec|secs|seconds?|m|min|mins|minutes?|h|hours?|d|days?)\\s*)+");

    private static List<ComponentOption> all;

    /**
     * All options of the component. They are read once.
     *
     * @throws IllegalStateException if the catalog is missing
     */
    static synchronized List<ComponentOption> all() {
        if (all == null) {
            all = OptionCatalog.read().path("componentProperties").properties().stream()
                    .map(option -> of(option.getKey(), option.getValue()))
                    .toList();
        }
        return all;
    }

    private static ComponentOption of(String name, JsonNode option) {
        return new ComponentOption(
                name,
                option.path("type").asText(),
                option.path("javaType").asText(),
                StreamSupport.stream(option.path("enum").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                option.path("secret").asBoolean());
    }

    ConfigurationPropertyName property() {
        return PREFIX.append(DataObjectPropertyName.toDashedForm(name));
    }

    /** Name without dashes, in lower case: the same for all spellings of the property. */
    String uniform() {
        return property().getLastElement(Form.UNIFORM);
    }

    boolean isObject() {
        return kind.equals("object");
    }

    boolean isMap() {
        return javaType.startsWith("java.util.Map");
    }

    boolean isText() {
        return kind.equals("string");
    }

    /**
     * Camel's converters cut off the digits of a number that is too large, and make 0 of some texts.
     *
     * @throws IllegalArgumentException if the value is not of the form of the option
     */
    void checkForm(Object value) {
        String form = value.toString().trim();
        if (kind.equals("integer")) {
            parse(form);
        }
        if (kind.equals("boolean") && !form.equalsIgnoreCase("true") && !form.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        if (kind.equals("duration")
                && value instanceof String text
                && !DURATION.matcher(text.trim()).matches()) {
            throw new IllegalArgumentException("not a duration");
        }
    }

    private void parse(String number) {
        if (javaType.toLowerCase(Locale.ROOT).endsWith("long")) {
            Long.parseLong(number);
        } else {
            Integer.parseInt(number);
        }
    }

    /** Description of valid values. */
    String expected() {
        return kind.equals("enum")
                ? "one of " + String.join(", ", values)
                : EXPECTED.getOrDefault(kind, "a " + javaType);
    }
}
