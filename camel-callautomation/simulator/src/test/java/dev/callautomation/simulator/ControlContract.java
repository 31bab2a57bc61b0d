package dev.callautomation.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks requests and answers against the description of the control API, without any of the simulator's code. */
public final class ControlContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENT = read();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig WITH_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private ControlContract() {}

    /** The whole document. */
    public static JsonNode document() {
        return DOCUMENT;
    }

    /** Fails when the answer is not one that is described for the request. */
    public static void check(String method, String path, int status, String contentType, byte[] body) {
        String what = method + " " + path + " -> " + status + " " + new String(body, StandardCharsets.UTF_8);
        JsonNode operation = operation(method, path);
        if (operation == null) {
            assertThat(status).as(what).isIn(403, 404, 405, 413);
            assertValid(what, JSON.createObjectNode().put("$ref", "#/components/schemas/Error"), body);
            return;
        }
        JsonNode response = resolve(operation.path("responses").path(String.valueOf(status)));
        if (response.isMissingNode()) {
            assertThat(status).as(what + " is not described").isBetween(400, 599);
            response = resolve(operation.path("responses").path("default"));
        }
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            assertThat(body).as(what).isEmpty();
            return;
        }
        String type = contentType.replaceFirst(";.*", "");
        assertThat(content.has(type)).as(what + " of type " + type).isTrue();
        if (type.endsWith("json")) {
            assertValid(what, content.path(type).path("schema"), body);
        }
    }

    /** What is wrong with a document by a schema of the description. */
    public static List<String> errors(JsonNode schema, JsonNode document) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", DOCUMENT.path("components"));
        whole.setAll((ObjectNode) schema);
        return SCHEMAS.getSchema(whole, WITH_FORMATS).validate(document).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** A schema, response or parameter in the place of a reference to it. */
    public static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static void assertValid(String what, JsonNode schema, byte[] body) {
        try {
            assertThat(errors(schema, JSON.readTree(body))).as(what).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(what + " is not JSON", e);
        }
    }

    private static JsonNode operation(String method, String path) {
        List<String> templates = new ArrayList<>();
        DOCUMENT.path("paths").fieldNames().forEachRemaining(templates::add);
        return templates.stream()
                .filter(template -> path.replaceFirst("(?<=.)/$", "").matches(template.replaceAll("\\{\\w+}", "[^/]+")))
                .max(Comparator.comparingInt(String::length))
                .map(template -> DOCUMENT.path("paths").path(template).get(method.toLowerCase(Locale.ROOT)))
                .orElse(null);
    }

    private static JsonNode read() {
        try (InputStream in = ControlContract.class.getResourceAsStream("control/openapi.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
