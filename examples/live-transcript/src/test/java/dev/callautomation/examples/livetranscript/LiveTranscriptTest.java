package dev.callautomation.examples.livetranscript;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The example as a reader starts it: a call is played and its transcript checked. */
class LiveTranscriptTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

    @Test
    void theConversationIsTranscribedAndTheExitCodeIsZero(@TempDir Path transcripts) throws Exception {
        assertThat(LiveTranscript.play(out, transcripts, Duration.ofSeconds(20)))
                .as(this::text)
                .isZero();
        assertThat(text())
                .contains("+14255550101  Thank you, goodbye.", "agent-mary  Gladly.")
                .doesNotContain("did not happen");
    }

    @Test
    void aTranscriptThatCannotBeWrittenIsNamedAndTheExitCodeIsOne(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("transcripts"), "not a directory");

        assertThat(LiveTranscript.play(out, file, Duration.ofSeconds(3))).isEqualTo(1);
        assertThat(text()).contains("did not happen: the transcript has: Thank you, goodbye.");
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
