package dev.callautomation.camel.kamelets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

/**
 * The custom resource definition of Kamelets, read strictly: a cluster drops members that it does not know, here they are mistakes.
 */
final class KameletSchema {

    private final JsonSchema schema;

    KameletSchema() {
        try (InputStream definition = getClass().getResourceAsStream("/camel.apache.org_kamelets.yaml")) {
            JsonNode version = KameletFile.YAML.readTree(definition).at("/spec/versions/0");
            JsonNode openApi = version.at("/schema/openAPIV3Schema");
            close(openApi);
            schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(openApi);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && object.path("properties").isObject()
                && !object.has("additionalProperties")
                && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            object.put("additionalProperties", false);
        }
        node.forEach(KameletSchema::close);
    }

    List<String> problems(JsonNode kamelet) {
        return schema.validate(kamelet).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }
}
