package dev.callautomation.examples.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * One document of a YAML file.
 *
 * @param file name of the file
 */
public record Manifest(String file, JsonNode content) {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    /**
     * The documents of all YAML files of a folder, in the order of their names.
     *
     * @throws IllegalArgumentException if a file is no YAML, or has a member twice
     */
    public static List<Manifest> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The documents of all YAML files of a folder, with a change.
     *
     * @param file   name of the file that is changed
     * @param before a text that the file has once
     * @param after  what stands in its place
     * @throws IllegalArgumentException if the file does not have the text once
     */
    public static List<Manifest> changed(Path folder, String file, String before, String after) {
        String text = text(folder.resolve(file));
        if (!text.contains(before) || text.indexOf(before) != text.lastIndexOf(before)) {
            throw new IllegalArgumentException(file + " has not once: " + before);
        }
        List<Manifest> manifests = new ArrayList<>(in(folder));
        manifests.removeIf(manifest -> manifest.file().equals(file));
        manifests.addAll(read(file, text.replace(before, after)));
        return manifests;
    }

    /** The documents of a file. */
    public static List<Manifest> read(Path file) {
        return read(file.getFileName().toString(), text(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Manifest> read(String name, String text) {
        List<Manifest> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> nodes = YAML.readerFor(JsonNode.class).readValues(text)) {
            while (nodes.hasNext()) {
                documents.add(new Manifest(name, nodes.next()));
            }
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(name + " is no YAML without duplicates: " + e.getMessage(), e);
        }
        return documents;
    }

    /** The content of YAML text. */
    public static JsonNode parse(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content as YAML text. */
    public static String write(JsonNode content) {
        try {
            return YAML.writeValueAsString(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String kind() {
        return content.path("kind").asText();
    }

    public String name() {
        return content.at("/metadata/name").asText();
    }

    public JsonNode at(String pointer) {
        return content.at(pointer);
    }

    /** A copy, changed by a JSON merge patch: {@code null} removes a member. */
    public Manifest merge(Manifest patch) {
        return new Manifest(file, merge(content.deepCopy(), patch.content));
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target.isObject() ? (ObjectNode) target : JsonNodeFactory.instance.objectNode();
        patch.propertyStream().forEach(member -> {
            if (member.getValue().isNull()) {
                merged.remove(member.getKey());
            } else {
                merged.set(member.getKey(), merge(merged.path(member.getKey()), member.getValue()));
            }
        });
        return merged;
    }

    Problem problem(String pointer, String advice) {
        return new Problem(file, pointer, advice);
    }
}
