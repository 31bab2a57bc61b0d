package dev.callautomation.examples.samples.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.examples.support.SimulatorSetup;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatedSamplesTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

    @Test
    void allScenariosOfTheExampleGoAsExpected() {
        assertThat(play(Map.of(), SimulatedSamples.SCENARIOS)).as(this::text).isTrue();
    }

    @Test
    void everyScenarioFileIsPlayed() throws IOException {
        Path files = Path.of("src", "main", "resources", "scenarios");
        try (Stream<Path> all = Files.walk(files)) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(file -> files.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(SimulatedSamples.SCENARIOS.stream()
                            .map(name -> name + ".yaml")
                            .toList());
        }
    }

    @Test
    void aRouteThatSaysSomethingElseFailsAtTheFirstDifference() throws IOException {
        Path broken = Files.writeString(
                folder.resolve("broken.camel.yaml"),
                route("outbound-call").replace("See you tomorrow at nine", "See you on Monday"));

        assertThat(play(
                        Map.of("camel.main.routesIncludePattern", broken.toUri().toString()),
                        List.of("outbound-call/confirmed")))
                .isFalse();

        assertThat(text().replaceAll(" +\\d+ ms", " - ms"))
                .containsSubsequence(
                        "FAILED  Outbound call: Ada says confirm (scenarios/outbound-call/confirmed.yaml)",
                        "ok - ms  line 15   expects request play",
                        "FAILED - ms  line 16   expects +14255550101 to hear \"See you tomorrow\"",
                        "heard: expected \"See you tomorrow\", but was \"Thank you. See you on Monday. Goodbye.\"",
                        "not played            line 17   expects request terminateCall",
                        ">> - ms  +14255550101: hears \"Thank you. See you on Monday. Goodbye.\"",
                        "FAILED  Outbound call: Ada says confirm");
    }

    @Test
    void aPromptThatCannotBeFetchedEndsTheCall() {
        assertThat(play(Map.of("samples.prompts", "https://media.invalid"), List.of("no-prompts")))
                .as(this::text)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbound-call", "appointment-reminder", "lobby"})
    void everySampleIsOneShortFile(String name) throws IOException {
        assertThat(route(name).lines()).hasSizeBetween(10, 59).allSatisfy(line -> assertThat(line.length())
                .isLessThan(150));
    }

    private static String route(String name) throws IOException {
        try (InputStream file = SimulatedSamplesTest.class.getResourceAsStream("/camel/" + name + ".camel.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private boolean play(Map<String, String> settings, List<String> names) {
        try (SimulatedSamples samples =
                new SimulatedSamples(SimulatorSetup.freePort(), 0, out, folder.resolve("samples"), settings)) {
            return samples.play(names);
        }
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
