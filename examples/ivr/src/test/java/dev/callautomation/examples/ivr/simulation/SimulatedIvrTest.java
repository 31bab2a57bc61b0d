package dev.callautomation.examples.ivr.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.apache.camel.builder.AdviceWith;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatedIvrTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

    @Test
    void allScenariosOfTheExampleGoAsExpected() {
        try (SimulatedIvr ivr = new SimulatedIvr(0, out, folder)) {
            assertThat(ivr.play()).as(output::toString).isTrue();
        }
        assertThat(folder.resolve("recordings")).isDirectoryContaining("glob:**.wav");
    }

    @Test
    void theCommandOfTheReadmePlaysTheScenariosOnTheRunningExample() throws Exception {
        try (SimulatedIvr ivr = new SimulatedIvr(0, out, folder)) {
            String simulator = ivr.simulator().uri().toString().replaceFirst("/$", "");

            assertThat(run(commandOfTheReadme().replace("http://localhost:8088", simulator), simulator))
                    .contains("4 scenarios, 0 failed");
        }
    }

    @Test
    void aRequestTooManyIsTheFirstDifferenceOfTheReport() throws Exception {
        try (SimulatedIvr ivr = new SimulatedIvr(0, out, folder)) {
            AdviceWith.adviceWith(ivr.camel(), "ask-menu", route -> route.weaveAddFirst()
                    .to("callautomation:cancelAllMediaOperations"));

            assertThat(ivr.play(List.of("silence"))).isFalse();
        }
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("  FAILED  Ben says nothing")
                .containsPattern("(?m)^  >> .* application -> service: cancelAllMediaOperations")
                .contains("unexpected: application -> service: cancelAllMediaOperations");
    }

    /** From the root of the repository. */
    private static String commandOfTheReadme() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("java -jar") && line.contains(" test "))
                .findFirst()
                .orElseThrow();
    }

    /** With the classes of the simulator in the place of its jar, and from the folder of this module. */
    private String run(String command, String simulator) throws IOException, InterruptedException {
        Path root = Path.of("..", "..");
        List<String> arguments = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.callautomation.simulator.cli.Main"));
        for (String argument : command.replaceFirst("java -jar \\S+ ", "").split(" ")) {
            if (argument.endsWith("/*.yaml")) {
                try (DirectoryStream<Path> files =
                        Files.newDirectoryStream(root.resolve(argument).getParent(), "*.yaml")) {
                    files.forEach(file -> arguments.add(file.toString()));
                }
            } else {
                arguments.add(argument);
            }
        }
        Path printed = folder.resolve("printed.txt");
        ProcessBuilder builder =
                new ProcessBuilder(arguments).redirectErrorStream(true).redirectOutput(printed.toFile());
        builder.environment().put("CALLAUTOMATION_SCENARIO_SIMULATOR", simulator);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(printed);
    }
}
