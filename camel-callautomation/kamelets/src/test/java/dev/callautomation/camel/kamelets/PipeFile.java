package dev.callautomation.camel.kamelets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A Pipe of the test resources, and the same as a route or with a sink of its own at the end. */
record PipeFile(ObjectNode tree) {

    static PipeFile named(String name) {
        try (InputStream file = PipeFile.class.getResourceAsStream("/pipes/" + name + ".yaml")) {
            return new PipeFile((ObjectNode) KameletFile.YAML.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return text(tree);
    }

    /** Ends with the sink that the last action is, too. */
    String endingWithSink() {
        ObjectNode changed = tree.deepCopy();
        ObjectNode spec = (ObjectNode) changed.get("spec");
        ArrayNode steps = (ArrayNode) spec.get("steps");
        ObjectNode last = (ObjectNode) steps.remove(steps.size() - 1);
        ObjectNode ref = (ObjectNode) last.get("ref");
        ref.put("name", ref.get("name").asText().replaceFirst("-action$", "-sink"));
        spec.set("sink", last);
        return text(changed);
    }

    /** A route of the YAML DSL, whose parameters are written as they are. */
    String asRoute() {
        List<Map<String, Object>> steps = new ArrayList<>();
        tree.at("/spec/steps").forEach(step -> steps.add(Map.of("to", endpoint(step))));
        steps.add(Map.of("to", endpoint(tree.at("/spec/sink"))));
        Map<String, Object> from = endpoint(tree.at("/spec/source"));
        from.put("steps", steps);
        return text(List.of(Map.of("route", Map.of("from", from))));
    }

    private static Map<String, Object> endpoint(JsonNode node) {
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put(
                "uri",
                Optional.of(node.at("/ref/name").asText())
                        .filter(name -> !name.isEmpty())
                        .map(name -> "kamelet:" + name)
                        .orElse(node.path("uri").asText()));
        if (node.has("properties")) {
            Map<String, Object> parameters = new LinkedHashMap<>();
            // a route does not encode the values
            node.get("properties")
                    .properties()
                    .forEach(property -> parameters.put(
                            property.getKey(),
                            property.getValue().asText().contains("&")
                                    ? "RAW(" + property.getValue().asText() + ")"
                                    : property.getValue()));
            endpoint.put("parameters", parameters);
        }
        return endpoint;
    }

    private static String text(Object yaml) {
        try {
            return KameletFile.YAML.writeValueAsString(yaml);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
