package dev.callautomation.camel.kamelets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What the catalogue of Apache Camel asks of a Kamelet beyond its schema, and this project beyond that. */
final class Conventions {

    private static final Set<String> METADATA = Set.of("name", "labels", "annotations");
    private static final List<String> ANNOTATIONS = List.of(
            "camel.apache.org/kamelet.support.level",
            "camel.apache.org/catalog.version",
            "camel.apache.org/kamelet.icon",
            "camel.apache.org/provider",
            "camel.apache.org/kamelet.group",
            "camel.apache.org/kamelet.namespace");
    private static final Map<String, String> TITLES = Map.of("source", " Source", "action", " Action", "sink", " Sink");
    private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "number");
    private static final Set<String> SMALL_WORDS = Set.of("on", "of", "for", "the", "a", "to", "in");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([?]?)([A-Za-z0-9._-]+)(?::[^}]*)?}}");

    private final KameletFile file;
    private final List<String> problems = new ArrayList<>();

    private Conventions(KameletFile file) {
        this.file = file;
    }

    static List<String> problems(KameletFile file) {
        Conventions conventions = new Conventions(file);
        conventions.metadata();
        conventions.definition();
        conventions.parameters();
        conventions.dependencies();
        return conventions.problems;
    }

    private void must(boolean condition, String problem) {
        if (!condition) {
            problems.add(problem);
        }
    }

    private void metadata() {
        JsonNode root = file.tree();
        must(root.path("apiVersion").asText().equals("camel.apache.org/v1"), "apiVersion is not camel.apache.org/v1");
        must(root.path("kind").asText().equals("Kamelet"), "kind is not Kamelet");
        JsonNode metadata = root.path("metadata");
        metadata.fieldNames()
                .forEachRemaining(name -> must(METADATA.contains(name), "metadata has an unknown member " + name));
        must(metadata.path("name").asText().equals(file.name()), "the name differs from that of the file");
        must(TITLES.containsKey(file.type()), "the label of the type is not source, action or sink");
        must(file.name().endsWith("-" + file.type()), "the name does not end with the type");
        ANNOTATIONS.forEach(name -> must(
                !metadata.path("annotations").path(name).asText().isBlank(), "the annotation " + name + " is missing"));
        must(
                metadata.at("/annotations/camel.apache.org~1kamelet.icon")
                        .asText()
                        .startsWith("data:image/svg+xml;base64,"),
                "the icon is not an SVG drawing");
        must(!file.text().contains("@"), "a name is in place of a version");
    }

    private void definition() {
        JsonNode definition = file.definition();
        String title = definition.path("title").asText();
        must(
                title.endsWith(TITLES.getOrDefault(file.type(), "-")),
                "the title is missing or does not end with the type");
        must(
                definition.path("description").asText().contains("camel.component.callautomation.connectionString"),
                "the description is missing or does not say how to connect");
        must(definition.path("type").asText().equals("object"), "the definition is not an object");
        JsonNode properties = definition.path("properties");
        Set<String> required = new TreeSet<>();
        definition.path("required").forEach(name -> {
            must(required.add(name.asText()), name.asText() + " is required twice");
            must(properties.has(name.asText()), name.asText() + " is required but not declared");
        });
        properties.properties().forEach(property -> property(property.getKey(), property.getValue(), required));
    }

    private void property(String name, JsonNode property, Set<String> required) {
        String title = property.path("title").asText();
        must(!title.isBlank(), name + " has no title");
        must(
                Stream.of(title.split(" "))
                        .filter(word -> !SMALL_WORDS.contains(word))
                        .allMatch(word -> word.isEmpty() || Character.isUpperCase(word.charAt(0))),
                name + " has a title with a small initial");
        must(Stream.of("The ", "A ", "An ").noneMatch(title::startsWith), name + " has a title with an article");
        must(property.path("description").asText().endsWith("."), name + " has no description, or no whole sentence");
        must(TYPES.contains(property.path("type").asText()), name + " has no type");
        must(!(required.contains(name) && property.has("default")), name + " is required and has a default");
        must(
                !required.contains(name) || property.has("example") || property.has("enum"),
                name + " is required and has no example");
        if (property.has("enum") && property.has("default")) {
            must(
                    Stream.iterate(0, i -> i < property.get("enum").size(), i -> i + 1)
                            .anyMatch(i -> property.get("enum").get(i).equals(property.get("default"))),
                    name + " has a default that is not one of its values");
        }
        if (property.path("format").asText().equals("password")) {
            must(
                    property.path("x-descriptors").toString().contains("urn:camel:group:credentials"),
                    name + " is a secret without a descriptor");
        }
    }

    /** Without a default, {@code {{?name}}} would take a property or an environment variable of that name. */
    private void parameters() {
        JsonNode declared = file.definition().path("properties");
        Set<String> required = new TreeSet<>();
        file.definition().path("required").forEach(name -> required.add(name.asText()));
        Set<String> used = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(file.tree().at("/spec/template").toString());
        while (matcher.find()) {
            String name = matcher.group(2);
            used.add(name);
            must(declared.has(name), name + " is used but not declared");
            must(matcher.group(1).isEmpty(), name + " may be missing");
        }
        declared.properties().forEach(property -> {
            String name = property.getKey();
            must(used.contains(name), name + " is declared but not used");
            must(required.contains(name) || property.getValue().has("default"), name + " has no default");
        });
    }

    private void dependencies() {
        String dependencies = file.tree().at("/spec/dependencies").toString();
        Stream.of("camel:kamelet", "camel:platform-http", "mvn:dev.callautomation:camel-callautomation-kamelets:")
                .forEach(name -> must(dependencies.contains(name), "the dependency " + name + " is missing"));
    }
}
