package dev.callautomation.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The metadata that Camel's tools read. */
class GeneratedMetadataTest {

    private static final Path GENERATED = Path.of("src/generated");
    private static final Path COMMITTED = Path.of("target/committed-generated");
    private static final Path CATALOG =
            GENERATED.resolve("resources/META-INF/dev/callautomation/camel/callautomation.json");

    @Test
    void whatIsCommittedIsWhatTheBuildGenerates() throws IOException {
        assertThat(files(GENERATED))
                .as("src/generated was written anew by this build and differs: commit it")
                .isEqualTo(files(COMMITTED));
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        assertThat(contents).isNotEmpty();
        return contents;
    }

    @Test
    void secretsAreMarkedAsSuch() throws IOException {
        JsonNode properties = new ObjectMapper().readTree(CATALOG.toFile()).get("properties");
        assertThat(names(properties).stream()
                        .filter(name -> properties.get(name).path("secret").asBoolean())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "connectionString",
                        "accessKey",
                        "clientSecret",
                        "proxyPassword",
                        "tokenCredential",
                        "eventGridSecret",
                        "callbackSecret",
                        "incomingCallContext");
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
