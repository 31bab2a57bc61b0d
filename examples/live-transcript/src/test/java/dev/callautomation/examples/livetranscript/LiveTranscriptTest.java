package dev.callautomation.examples.livetranscript;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.apache.camel.builder.AdviceWith;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.examples.livetranscript.simulation.SimulatedConversation;

import static org.assertj.core.api.Assertions.assertThat;

class LiveTranscriptTest {

    @TempDir
    private Path transcripts;

    private final Main camel = LiveTranscript.camel();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

    @Test
    void aRequestTooManyIsTheFirstDifferenceOfTheReport() throws Exception {
        try (SimulatedConversation conversation = new SimulatedConversation(camel, out, transcripts)) {
            AdviceWith.adviceWith(camel.getCamelContext(), "add-agent", route -> route.weaveAddFirst()
                    .to("callautomation:cancelAllMediaOperations"));

            assertThat(conversation.play()).isFalse();
        }
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("  FAILED  Ada and the agent talk, with a live transcript")
                .containsPattern("(?m)^  >> .* application -> service: cancelAllMediaOperations")
                .contains("unexpected: application -> service: cancelAllMediaOperations");
    }

    @Test
    void theConversationIsTranscribed() throws Exception {
        try (SimulatedConversation conversation = new SimulatedConversation(camel, out, transcripts)) {
            assertThat(conversation.play()).as(output::toString).isTrue();
        }
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("+14255550101  Thank you, goodbye.", "agent-mary  Gladly.");
    }
}
