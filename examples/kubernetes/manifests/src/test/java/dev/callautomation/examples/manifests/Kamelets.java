package dev.callautomation.examples.manifests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** The Kamelets among manifests, and those in the folder {@code kamelets} of the class path. */
final class Kamelets {

    static final String PREFIX = "camel.kamelet.";

    private final Resources resources;

    Kamelets(Resources resources) {
        this.resources = resources;
    }

    /** What is wrong with a property {@code camel.kamelet.NAME.PROPERTY}. */
    Optional<String> refusal(String key, String value) {
        String name = key.substring(PREFIX.length(), Math.max(PREFIX.length(), key.lastIndexOf('.')));
        String property = key.substring(key.lastIndexOf('.') + 1);
        Optional<JsonNode> kamelet = find(name);
        if (kamelet.isEmpty()) {
            return Optional.of("no Kamelet has the name " + name + Suggestion.of(name, names()));
        }
        List<String> known = names(kamelet.get().at("/spec/definition/properties"));
        if (!known.contains(property)) {
            return Optional.of("the Kamelet has no such property" + Suggestion.of(property, known));
        }
        return isOfEvents(name, property) && !value.contains("{{") ? EventNames.refusal(value) : Optional.empty();
    }

    /** Placeholders of a template that are no properties of the Kamelet, and required properties that it does not have. */
    List<Problem> check(Manifest kamelet) {
        List<String> known = names(kamelet.at("/spec/definition/properties"));
        Stream<String> placeholders = CamelSettings.placeholders(kamelet.at("/spec/template"));
        Stream<String> required =
                kamelet.at("/spec/definition/required").valueStream().map(JsonNode::asText);
        return Stream.concat(placeholders, required)
                .distinct()
                .filter(name -> !known.contains(name))
                .map(name -> kamelet.problem(
                        "/spec/definition/properties", "there is no property " + name + Suggestion.of(name, known)))
                .toList();
    }

    /** Values that stand for the properties of a Kamelet in its template. */
    Map<String, String> values(Manifest kamelet) {
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> property :
                kamelet.at("/spec/definition/properties").properties()) {
            JsonNode definition = property.getValue();
            JsonNode value = definition.has("default") ? definition.path("default") : definition.path("example");
            values.put(property.getKey(), value.asText("text"));
        }
        return values;
    }

    /** Whether a property names types of events. */
    static boolean isOfEvents(String kamelet, String property) {
        return kamelet.equals("callautomation-event-source") && property.equals("type");
    }

    /** Whether a Kamelet is a resource, and not a file of the class path. */
    boolean isResource(String name) {
        return resources.find("Kamelet", name).isPresent();
    }

    List<String> names() {
        return resources.names("Kamelet");
    }

    Optional<JsonNode> find(String name) {
        Optional<JsonNode> here = resources.find("Kamelet", name).map(Manifest::content);
        return here.isPresent() ? here : onClassPath(name);
    }

    private static Optional<JsonNode> onClassPath(String name) {
        try (InputStream stream = Kamelets.class.getResourceAsStream("/kamelets/" + name + ".kamelet.yaml")) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(Manifest.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }
}
