package dev.callautomation.examples.livetranscript;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.examples.livetranscript.simulation.SimulatedConversation;

import static org.assertj.core.api.Assertions.assertThat;

class LiveTranscriptTest {

    @TempDir
    private Path transcripts;

    @Test
    void theConversationIsTranscribed() throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

        assertThat(SimulatedConversation.run(LiveTranscript.camel(), out, transcripts))
                .as(output::toString)
                .isTrue();
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("+14255550101  Thank you, goodbye.", "agent-mary  Gladly.");
    }
}
