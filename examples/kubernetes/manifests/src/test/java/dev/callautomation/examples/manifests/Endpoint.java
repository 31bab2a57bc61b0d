package dev.callautomation.examples.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An endpoint of a route.
 *
 * @param pointer    JSON pointer of the step
 * @param uri        without the parameters
 * @param parameters of the URI, by name
 * @param consumer   whether a route begins with it
 */
record Endpoint(String pointer, String uri, Map<String, String> parameters, boolean consumer) {

    private static final Set<String> STEPS = Set.of("from", "to", "toD", "wireTap", "enrich", "pollEnrich", "poll");

    /** Those of a list of routes in the YAML DSL, or of a template of a Kamelet. */
    static List<Endpoint> in(JsonNode routes, String pointer) {
        List<Endpoint> found = new ArrayList<>();
        collect(routes, pointer, found);
        return found;
    }

    /** @param step {@code to}, for a URI or an object with a member {@code uri} */
    static Endpoint of(JsonNode step, String pointer, boolean consumer) {
        String text = step.isTextual() ? step.asText() : step.path("uri").asText();
        int query = text.indexOf('?');
        Map<String, String> parameters = new TreeMap<>();
        if (query >= 0) {
            for (String pair : text.substring(query + 1).split("&")) {
                parameters.put(pair.replaceFirst("=.*", ""), pair.contains("=") ? pair.replaceFirst("[^=]*=", "") : "");
            }
        }
        for (String member : List.of("parameters", "properties")) {
            step.path(member)
                    .propertyStream()
                    .forEach(entry ->
                            parameters.put(entry.getKey(), entry.getValue().asText()));
        }
        return new Endpoint(pointer, query < 0 ? text : text.substring(0, query), parameters, consumer);
    }

    private static void collect(JsonNode node, String pointer, List<Endpoint> found) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            JsonNode value = member.getValue();
            String at = pointer + "/" + member.getKey();
            if (STEPS.contains(member.getKey())
                    && (value.isTextual() || value.path("uri").isTextual())) {
                found.add(of(value, at, member.getKey().equals("from")));
            }
            // an option of an endpoint can be called to
            if (!member.getKey().equals("parameters")) {
                collect(value, at, found);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.path(i), pointer + "/" + i, found);
        }
    }

    /** What {@code direct} and {@code seda} call their endpoints. */
    String name() {
        return uri.contains(":")
                ? uri.substring(uri.indexOf(':') + 1).replaceFirst("^//", "")
                : parameters.getOrDefault("name", "");
    }

    String scheme() {
        return uri.contains(":") ? uri.substring(0, uri.indexOf(':')) : uri;
    }
}
