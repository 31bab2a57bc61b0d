package dev.callautomation.examples.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.console.Style;
import dev.callautomation.examples.support.console.TimelinePrinter;
import dev.callautomation.examples.support.story.Moment;
import dev.callautomation.examples.support.story.Story;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes as a reader starts them: people are called and call, and all of their stories are checked. */
class SamplesTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final TimelinePrinter printer =
            new TimelinePrinter(new PrintStream(output, true, StandardCharsets.UTF_8), Style.PLAIN);

    @Test
    void whoeverIsCalledIsAskedAndAnswered() throws Exception {
        assertPlayed(OutboundCall.STORIES);
    }

    @Test
    void whoeverHasAnAppointmentIsReminded() throws Exception {
        assertPlayed(AppointmentReminder.STORIES);
    }

    @Test
    void whoeverWaitsInTheLobbyIsLetInOrSentAway() throws Exception {
        assertPlayed(Lobby.STORIES);
    }

    /** The settings can be overridden by system properties. */
    @Test
    void aPromptThatCannotBeFetchedEndsTheCall() throws Exception {
        System.setProperty("samples.prompts", "https://media.invalid");
        try {
            assertPlayed(List.of(new Story(
                    "Ada hears nothing",
                    PhoneBook.ADA.phone(),
                    scene -> scene.enter("reminders", PhoneBook.ADA.phone()),
                    List.of(
                            Moment.when("no reminder", scene -> scene.delivered("RecognizeFailed")),
                            Moment.when("no reply", scene -> scene.delivered("PlayFailed")),
                            Moment.when("hung up", scene -> scene.accepted("terminateCall")),
                            Moment.when("the file is done", scene -> scene.saved("reminders/.camel"))))));
        } finally {
            System.clearProperty("samples.prompts");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls", "reminders"})
    void aFileWithoutANumberIsPutAsideAndNotTriedAgain(String inbox) throws Exception {
        assertPlayed(List.of(new Story(
                "Nobody is called",
                PhoneBook.ADA.phone(),
                scene -> scene.enter(inbox, "Ada"),
                List.of(Moment.when("put aside", scene -> scene.saved(inbox + "/failed"))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbound-call", "appointment-reminder", "lobby"})
    void everySampleIsOneShortFile(String name) throws IOException {
        try (InputStream file = Samples.class.getResourceAsStream("/camel/" + name + ".camel.yaml")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSizeBetween(10, 59)
                    .allSatisfy(line -> assertThat(line.length()).isLessThan(150));
        }
    }

    @Test
    void aStoryThatDoesNotHappenIsToldAndFails() throws Exception {
        Story first = Lobby.STORIES.get(0);
        Story unheard = new Story(
                "Ada waits for what is never said",
                first.person(),
                first.begin(),
                List.of(Moment.when("told the weather", scene -> scene.heard("sunny"))));
        assertThat(Samples.play(List.of(unheard), printer, folder, Duration.ofSeconds(2)))
                .isFalse();
        assertThat(text()).contains("did not happen: told the weather");
    }

    private void assertPlayed(List<Story> stories) throws Exception {
        boolean complete = Samples.play(stories, printer, folder, Duration.ofSeconds(20));
        assertThat(text()).doesNotContain("did not happen");
        assertThat(complete).isTrue();
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
