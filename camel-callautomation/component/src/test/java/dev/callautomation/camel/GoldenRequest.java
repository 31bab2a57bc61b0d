package dev.callautomation.camel;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A request that the official JavaScript SDK 1.6.0 sent, recorded. */
record GoldenRequest(
        String name,
        String operation,
        String method,
        String path,
        String query,
        boolean repeatable,
        JsonNode body,
        JsonNode headers) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/resources/js-sdk-1.6.0");

    static List<GoldenRequest> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(GoldenRequest::read)
                    .toList();
        }
    }

    static GoldenRequest named(String name) {
        return read(FOLDER.resolve(name + ".json"));
    }

    private static GoldenRequest read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            JsonNode json = MAPPER.readTree(stream);
            return new GoldenRequest(
                    json.get("name").textValue(),
                    json.get("operation").textValue(),
                    json.get("method").textValue(),
                    json.get("path").textValue(),
                    json.path("query").textValue(),
                    json.get("repeatable").booleanValue(),
                    json.get("body"),
                    json.path("headers"));
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    /**
     * The body without members that say nothing: empty, false and null ones. Identifiers have their kind, which the SDK leaves
     * out where it does not send it along.
     */
    static JsonNode essence(JsonNode node) {
        if (node == null || !node.isObject()) {
            if (node != null && node.isArray()) {
                return MAPPER.valueToTree(Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                        .map(i -> essence(node.get(i)))
                        .toList());
            }
            return node;
        }
        ObjectNode copy = MAPPER.createObjectNode();
        node.properties().forEach(member -> copy.set(member.getKey(), essence(member.getValue())));
        if (copy.has("rawId") && !copy.has("kind")) {
            copy.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> !name.equals("rawId"))
                    .findFirst()
                    .ifPresent(name -> copy.put("kind", name));
        }
        Iterator<JsonNode> values = copy.elements();
        while (values.hasNext()) {
            JsonNode value = values.next();
            if (value.isNull()
                    || value.isObject() && value.isEmpty()
                    || value.isBoolean() && !value.booleanValue()
                    || value.isTextual() && value.textValue().isEmpty()) {
                values.remove();
            }
        }
        return copy;
    }

    /** The body as a person would write it: identifiers as raw ids, phone numbers as such. */
    static JsonNode handwritten(JsonNode node) {
        if (node.isObject() && node.has("rawId") && !node.path("kind").asText().equals("unknown")) {
            return node.get("rawId");
        }
        if (node.isObject() && node.has("value")) {
            return node.get("value");
        }
        if (node.isObject() && node.has("id") && node.size() == 1) {
            return node.get("id");
        }
        if (node.isObject() && node.has("appId")) {
            return TextNode.valueOf("28:orgid:" + node.get("appId").textValue());
        }
        if (node.isObject()) {
            ObjectNode copy = MAPPER.createObjectNode();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                copy.set(member.getKey(), handwritten(member.getValue()));
            }
            return copy;
        }
        if (node.isArray()) {
            return MAPPER.valueToTree(Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                    .map(i -> handwritten(node.get(i)))
                    .toList());
        }
        return node;
    }

    String callConnectionId() {
        return idAfter("/calling/callConnections/");
    }

    String recordingId() {
        String id = idAfter("/calling/recordings/");
        return id == null ? null : URLDecoder.decode(id, StandardCharsets.UTF_8);
    }

    private String idAfter(String prefix) {
        return path.startsWith(prefix) ? path.substring(prefix.length()).split("[:/]")[0] : null;
    }

    String pathAndQuery() {
        return query == null ? path : path + "?" + query;
    }

    @Override
    public String toString() {
        return name;
    }
}
