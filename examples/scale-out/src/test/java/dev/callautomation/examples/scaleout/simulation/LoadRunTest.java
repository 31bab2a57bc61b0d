package dev.callautomation.examples.scaleout.simulation;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Several processes, of which one is killed. */
@Tag("soak")
class LoadRunTest {

    private static final int CALLS = 60;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

    @Test
    void aWorkerIsKilledAndNoCallIsLostOrDoubled() throws Exception {
        boolean perfect = new LoadRun(CALLS, folder, out).run();

        assertThat(output.toString(StandardCharsets.UTF_8))
                .containsPattern("worker-2 is killed")
                .containsPattern("[1-9][0-9]* of them were waiting on it")
                .containsPattern("calls finished +" + CALLS)
                .containsPattern("calls lost +0")
                .containsPattern("calls doubled +0");
        assertThat(perfect).isTrue();
        assertThat(ProcessHandle.current().children())
                .as("processes left behind")
                .isEmpty();
    }

    @Test
    void moreCallsThanTheSimulatorRemembersAreRefused() {
        assertThatThrownBy(() -> new LoadRun(1_001, folder, out)).hasMessageContaining("Between 10 and 1000 calls");
    }
}
