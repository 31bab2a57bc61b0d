package dev.callautomation.examples.manifests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

/** Whether a manifest has the members, types and values of its kind, and no others. */
public final class SchemaCheck {

    private static final String ADDRESS = "https://callautomation.dev/schemas/";
    private static final Set<String> KINDS = Set.of(
            "ConfigMap",
            "Deployment",
            "Ingress",
            "Integration",
            "Kamelet",
            "Pipe",
            "PodDisruptionBudget",
            "Secret",
            "Service");

    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(ADDRESS, "classpath:schemas/")));
    private static final JsonSchema ROUTES = routes();

    /** The mistakes; a manifest of another kind than those of the schemas is one. */
    public List<Problem> check(Manifest manifest) {
        String kind = kind(manifest);
        if (kind.isEmpty()) {
            return List.of(manifest.problem("/kind", "there is no schema of this kind; there is one of " + KINDS));
        }
        return check(manifest, kind);
    }

    /** The mistakes by the schema of this name. */
    public List<Problem> check(Manifest manifest, String name) {
        JsonSchema schema = SCHEMAS.getSchema(SchemaLocation.of(ADDRESS + name + ".yaml"), CONFIG);
        return schema.validate(manifest.content()).stream()
                .map(message -> problem(manifest, "", message))
                .toList();
    }

    /** The mistakes in the routes of an Integration and in the template of a Kamelet, by the schema that Camel has of them. */
    List<Problem> checkRoutes(Manifest manifest) {
        JsonNode flows = manifest.at("/spec/flows");
        if (!flows.isMissingNode()) {
            return checkRoutes(manifest, flows, "/spec/flows");
        }
        JsonNode from = manifest.at("/spec/template/from");
        if (from.isMissingNode()) {
            return List.of();
        }
        ArrayNode route = JsonNodeFactory.instance.arrayNode();
        route.addObject().set("from", from);
        return checkRoutes(manifest, route, "/spec/template");
    }

    private static List<Problem> checkRoutes(Manifest manifest, JsonNode routes, String pointer) {
        return ROUTES.validate(routes).stream()
                .map(message -> problem(manifest, pointer, message))
                .toList();
    }

    private static String kind(Manifest manifest) {
        if (manifest.content().path("apiVersion").asText().startsWith("serving.knative.dev/")) {
            return "KnativeService";
        }
        return KINDS.contains(manifest.kind()) ? manifest.kind() : "";
    }

    private static Problem problem(Manifest manifest, String prefix, ValidationMessage message) {
        String pointer = prefix + message.getInstanceLocation();
        if (Set.of("additionalProperties", "unevaluatedProperties").contains(message.getType())) {
            String member = message.getProperty();
            return manifest.problem(
                    pointer + "/" + member, "there is no such member" + Suggestion.of(member, siblings(message)));
        }
        String text = message.getMessage();
        return manifest.problem(pointer, text.substring(text.indexOf(": ") + 2));
    }

    /** The members that the schema has where it refuses one. */
    private static List<String> siblings(ValidationMessage message) {
        String location = message.getSchemaLocation().toString();
        if (!location.startsWith(ADDRESS)) {
            return List.of();
        }
        String file = location.substring(ADDRESS.length(), location.indexOf('#'));
        String pointer = location.substring(location.indexOf('#') + 1, location.lastIndexOf('/'));
        JsonNode members = Manifest.parse(text("/schemas/" + file)).at(pointer + "/properties");
        return members.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static JsonSchema routes() {
        try {
            JsonNode schema = new ObjectMapper().readTree(text("/schema/camelYamlDsl.json"));
            return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(schema, CONFIG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String resource) {
        try (InputStream stream = SchemaCheck.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
