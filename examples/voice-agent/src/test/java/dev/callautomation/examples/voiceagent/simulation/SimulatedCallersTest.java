package dev.callautomation.examples.voiceagent.simulation;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatedCallersTest {

    @TempDir
    private Path folder;

    @Test
    void eachCallerIsServed() throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

        assertThat(SimulatedCallers.run(out, folder)).as(output::toString).isTrue();
    }
}
