package dev.callautomation.camel.kamelets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * A Kamelet as the build has written it, with versions in place of their names.
 *
 * @param name the name of the file, without {@code .kamelet.yaml}
 */
record KameletFile(String name, String text) {

    static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String SUFFIX = ".kamelet.yaml";

    static List<KameletFile> all() {
        return in(Path.of("target/classes/kamelets"));
    }

    static List<KameletFile> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(KameletFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KameletFile named(String name) {
        return read(Path.of("target/classes/kamelets", name + SUFFIX));
    }

    private static KameletFile read(Path file) {
        try {
            return new KameletFile(file.getFileName().toString().replace(SUFFIX, ""), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode tree() {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + " is not YAML", e);
        }
    }

    String type() {
        return tree().at("/metadata/labels/camel.apache.org~1kamelet.type").asText();
    }

    JsonNode definition() {
        return tree().at("/spec/definition");
    }

    @Override
    public String toString() {
        return name;
    }
}
