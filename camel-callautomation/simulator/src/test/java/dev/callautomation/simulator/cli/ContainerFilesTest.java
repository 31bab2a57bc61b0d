package dev.callautomation.simulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** The recipes of container images fit the build and the options; the images themselves are not built here. */
class ContainerFilesTest {

    @Test
    void theRecipeCopiesTheRunnableJarThatTheBuildMakes() throws IOException {
        List<String> recipe = Files.readAllLines(Path.of("Containerfile"));
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(pom).contains("<outputFile>${project.build.directory}/callautomation-simulator.jar</outputFile>");
        assertThat(recipe)
                .contains(
                        "COPY target/callautomation-simulator.jar /opt/callautomation-simulator.jar",
                        "ENTRYPOINT [\"java\", \"-jar\", \"/opt/callautomation-simulator.jar\"]");
    }

    @Test
    void theVariablesOfTheRecipesAreOptions() throws IOException {
        Map<String, String> environment = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("Containerfile"))) {
            if (line.startsWith("ENV ")) {
                String[] variable = line.substring(4).split("=", 2);
                environment.put(variable[0], variable[1]);
            }
        }
        Map<String, String> ofImage = Map.copyOf(environment);
        JsonNode services =
                new YAMLMapper().readTree(Path.of("compose.yaml").toFile()).path("services");
        services.at("/simulator/environment")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));

        assertThat(OptionSources.unknown(environment)).isEmpty();
        assertThat(new CommandLine(new SimulatorCommand())
                        .parseArgs(OptionSources.complete(new String[0], environment))
                        .matchedOptions())
                .extracting(CommandLine.Model.OptionSpec::longestName)
                .containsExactlyInAnyOrder("--allow-remote", "--access-key", "--event-grid");
        assertThat(services.at("/application/environment/CAMEL_COMPONENT_CALLAUTOMATION_CONNECTION_STRING")
                        .asText())
                .endsWith(";accesskey=" + environment.get("CALLAUTOMATION_SIMULATOR_ACCESS_KEY"));
        String pom = Files.readString(Path.of("pom.xml"));
        ofImage.forEach((name, value) -> assertThat(pom).contains("<" + name + ">" + value + "</" + name + ">"));
    }
}
