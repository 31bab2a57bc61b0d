package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.internal.support.OptionCatalog;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The metadata from which editors complete {@code application.properties}. The system property {@code docs.update=true}
 * writes it instead of comparing it.
 */
class MetadataTest {

    private static final Path FILE = Path.of("src/main/resources/META-INF/spring-configuration-metadata.json");
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Map<String, String> TYPES = Map.of(
            "string", "java.lang.String",
            "boolean", "java.lang.Boolean",
            "integer", "java.lang.Integer",
            "duration", "java.time.Duration");

    @Test
    void theMetadataDescribesEachOptionOfTheCatalog() throws IOException {
        String expected = MAPPER.writeValueAsString(metadata()) + "\n";
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(FILE, expected);
        }
        assertThat(FILE).as("run the test with -Ddocs.update=true to write it").hasContent(expected);
    }

    private static Map<String, Object> metadata() throws IOException {
        List<Object> properties = new ArrayList<>(List.of(
                property(
                        "camel.component.callautomation.enabled",
                        "java.lang.Boolean",
                        "Whether the starter does anything: properties, filter, limits on connections, shutdown, readiness.",
                        true),
                property(
                        "camel.component.callautomation.customizer.enabled",
                        "java.lang.Boolean",
                        "Whether the properties are set on the component.",
                        true)));
        List<Object> hints = new ArrayList<>();
        JsonNode catalog = catalog();
        for (ComponentOption option : ComponentOption.all()) {
            JsonNode entry = catalog.path(option.name());
            String name = option.property().toString();
            properties.add(property(name, type(option), description(option, entry), defaultValue(option, entry)));
            hint(option).ifPresent(hint -> hints.add(named(option.isMap() ? name + ".keys" : name, hint)));
        }
        return ordered(
                "groups",
                List.of(ordered(
                        "name",
                        ComponentOption.PREFIX.toString(),
                        "type",
                        CallAutomationComponent.class.getName(),
                        "description",
                        "Options of the Camel component callautomation.")),
                "properties",
                properties,
                "hints",
                hints);
    }

    private static JsonNode catalog() throws IOException {
        return MAPPER.readTree(CallAutomationComponent.class.getResourceAsStream(OptionCatalog.RESOURCE))
                .path("componentProperties");
    }

    private static Map<String, Object> property(String name, String type, String description, Object defaultValue) {
        Map<String, Object> property = ordered("name", name, "type", type, "description", description);
        if (defaultValue != null) {
            property.put("defaultValue", defaultValue);
        }
        return property;
    }

    private static String type(ComponentOption option) {
        if (option.kind().equals("integer")
                && option.javaType().toLowerCase(Locale.ROOT).endsWith("long")) {
            return "java.lang.Long";
        }
        return TYPES.getOrDefault(
                option.kind(),
                option.javaType()
                        .replace(", ", ",")
                        .replaceAll("java.util.Map<.*>", "java.util.Map<java.lang.String,java.lang.Object>"));
    }

    private static String description(ComponentOption option, JsonNode entry) {
        String text = entry.path("description").asText();
        // those of Camel's own options have no full stop
        return (option.secret() ? "Secret. " : "") + text + (text.endsWith(".") ? "" : ".");
    }

    private static Object defaultValue(ComponentOption option, JsonNode entry) {
        JsonNode value = entry.path("defaultValue");
        // what the catalog calls the default of a Boolean is that the service decides
        if (value.isMissingNode() || option.javaType().equals("java.lang.Boolean")) {
            return null;
        }
        return switch (option.kind()) {
            case "integer" -> value.asLong();
            case "boolean" -> value.asBoolean();
            case "duration" -> value.asText() + "ms";
            default -> value.asText();
        };
    }

    private static Optional<Map<String, Object>> hint(ComponentOption option) {
        if (!option.values().isEmpty()) {
            return Optional.of(ordered(
                    "values",
                    option.values().stream()
                            .map(value -> ordered("value", value))
                            .toList()));
        }
        if (option.isObject() && !option.isMap()) {
            return Optional.of(ordered(
                    "providers",
                    List.of(ordered(
                            "name", "spring-bean-reference", "parameters", ordered("target", option.javaType())))));
        }
        return Optional.empty();
    }

    private static Map<String, Object> named(String name, Map<String, Object> hint) {
        Map<String, Object> named = ordered("name", name);
        named.putAll(hint);
        return named;
    }

    private static Map<String, Object> ordered(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put(entries[i].toString(), entries[i + 1]);
        }
        return map;
    }

    @Test
    void eachOptionHasOneEntryWithADescription() throws IOException {
        JsonNode properties = MAPPER.readTree(FILE.toFile()).path("properties");

        assertThat(StreamSupport.stream(properties.spliterator(), false)
                        .map(property -> property.path("name").asText()))
                .doesNotHaveDuplicates()
                .containsAll(ComponentOption.all().stream()
                        .map(option -> option.property().toString())
                        .toList());
        assertThat(properties)
                .allMatch(property -> property.path("description").asText().endsWith("."));
    }
}
