package dev.callautomation.simulator.control;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.simulator.wire.Json;

/** The description of the control API: the source of its methods, paths and members. */
final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    private final byte[] yaml;
    private final JsonNode document;

    private OpenApi(byte[] yaml, JsonNode document) {
        this.yaml = yaml;
        this.document = document;
    }

    /** Read once: a test class may start many simulators. */
    private static final class Holder {

        private static final OpenApi INSTANCE = read();
    }

    /**
     * An operation.
     *
     * @param takesList whether the body is a list instead of an object
     * @param members that an object in the body may have; empty when it has none
     */
    record Operation(
            String id, HttpMethod method, String path, String summary, boolean takesList, Set<String> members) {}

    static OpenApi document() {
        return Holder.INSTANCE;
    }

    byte[] yaml() {
        return yaml.clone();
    }

    byte[] json() {
        return Json.writePlain(document);
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(member -> operations.add(operation(member.getKey(), path.getKey(), member.getValue()))));
        return operations;
    }

    private Operation operation(String method, String path, JsonNode node) {
        JsonNode schema = resolve(node.at("/requestBody/content/application~1json/schema"));
        Set<String> members = new LinkedHashSet<>();
        schema.path("properties").fieldNames().forEachRemaining(members::add);
        return new Operation(
                node.path("operationId").asText(),
                HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
                path,
                node.path("summary").asText(),
                "array".equals(schema.path("type").asText()),
                members);
    }

    private JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private static OpenApi read() {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            byte[] yaml = in.readAllBytes();
            return new OpenApi(yaml, new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new IllegalStateException("The description of the control API cannot be read", e);
        }
    }
}
