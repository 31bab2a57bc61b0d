package dev.callautomation.examples.ivr.simulation;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

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
}
