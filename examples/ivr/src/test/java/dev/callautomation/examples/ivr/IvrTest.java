package dev.callautomation.examples.ivr;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.examples.support.console.Style;
import dev.callautomation.examples.support.console.TimelinePrinter;
import dev.callautomation.examples.support.story.Moment;
import dev.callautomation.examples.support.story.Story;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes as a reader starts them: callers use them, and all of their stories are checked. */
class IvrTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final TimelinePrinter printer =
            new TimelinePrinter(new PrintStream(output, true, StandardCharsets.UTF_8), Style.PLAIN);

    @Test
    void everyCallerIsServed() throws Exception {
        boolean complete = Ivr.play(Stories.ALL, printer, folder, Duration.ofSeconds(20));
        assertThat(output.toString(StandardCharsets.UTF_8)).doesNotContain("did not happen");
        assertThat(complete).isTrue();
    }

    @Test
    void aStoryThatDoesNotHappenIsToldAndFails() throws Exception {
        Story unheard = new Story(
                "Ada waits for what is never said",
                Stories.SUPPORT.person(),
                Stories.SUPPORT.begin(),
                List.of(Moment.when("told the weather", scene -> scene.heard("sunny"))));
        assertThat(Ivr.play(List.of(unheard), printer, folder, Duration.ofSeconds(2)))
                .isFalse();
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("did not happen: told the weather");
    }
}
