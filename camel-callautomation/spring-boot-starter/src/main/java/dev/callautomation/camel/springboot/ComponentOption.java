package dev.callautomation.camel.springboot;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.CamelContext;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

import dev.callautomation.camel.internal.support.OptionCatalog;
import dev.callautomation.camel.internal.support.OptionValues;

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
     * Checks a value, of which Camel may make something else.
     *
     * @throws IllegalArgumentException if the value is not of the form of the option
     */
    void checkForm(CamelContext camel, Object value) {
        Class<?> type =
                switch (kind) {
                    case "integer" -> isLong() ? Long.class : int.class;
                    case "boolean" -> boolean.class;
                    case "duration" -> Duration.class;
                    // Camel's converters are strict
                    default -> null;
                };
        OptionValues.check(camel, name, type, value);
    }

    private boolean isLong() {
        return javaType.toLowerCase(Locale.ROOT).endsWith("long");
    }

    /** Description of valid values. */
    String expected() {
        return kind.equals("enum")
                ? "one of " + String.join(", ", values)
                : EXPECTED.getOrDefault(kind, "a " + javaType);
    }
}
