package dev.callautomation.examples.voiceagent.simulation;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.apache.camel.builder.AdviceWith;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatedCallersTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

    @Test
    void eachCallerIsServed() throws Exception {
        try (SimulatedCallers callers = new SimulatedCallers(out, folder)) {
            assertThat(callers.play()).as(output::toString).isTrue();

            assertThat(callers.surroundings().orders().paths())
                    .as("requests for orders, one in each of the calls that ask")
                    .hasSize(2);
            assertThat(callers.surroundings().transcripts()).isNotEmptyDirectory();
        }
    }

    @Test
    void aRequestTooManyIsTheFirstDifferenceOfTheReport() throws Exception {
        try (SimulatedCallers callers = new SimulatedCallers(out, folder)) {
            AdviceWith.adviceWith(callers.camel(), "silence", route -> route.weaveAddFirst()
                    .to("callautomation:cancelAllMediaOperations"));

            assertThat(callers.play(List.of("silence"))).isFalse();
        }
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("  FAILED  Ben says nothing")
                .containsPattern("(?m)^  >> .* application -> service: cancelAllMediaOperations")
                .contains("unexpected: application -> service: cancelAllMediaOperations");
    }
}
