package dev.callautomation.simulator.engine.command.media;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.engine.media.Choice;
import dev.callautomation.simulator.engine.media.PlaySource;

import static dev.callautomation.simulator.engine.EngineFixture.CALLER;
import static org.assertj.core.api.Assertions.assertThat;

class RecognizeTonesTest extends MediaScenario {

    @Test
    void tonesAreCollectedUpToTheirNumber() {
        dtmf();
        press("12");
        press("34");

        assertCompleted("200/8531", "dtmf", "dtmfResult", Map.of("tones", List.of("one", "two", "three", "four")));
        assertThat(engine.last(call).operationContext()).isEqualTo("ask");
    }

    @Test
    void aStopToneEndsTheCollectionAndIsNotPartOfIt() {
        dtmf();
        press("56#");

        assertCompleted("200/8514", "dtmf", "dtmfResult", Map.of("tones", List.of("five", "six")));
    }

    @Test
    void aPauseBetweenTonesCompletesWithWhatThereIs() {
        dtmf();
        press("5");
        engine.pass(Duration.ofMillis(1_900));
        press("6");
        engine.pass(Duration.ofMillis(1_999));
        assertThat(engine.laterEvents(call)).isEmpty();
        engine.pass(Duration.ofMillis(1));

        assertCompleted("400/8532", "dtmf", "dtmfResult", Map.of("tones", List.of("five", "six")));
    }

    @Test
    void silenceFailsAfterThePromptAndItsOwnTime() {
        recognize(CALLER, List.of(PROMPT), true, FOUR_OR_POUND, List.of(), null);
        engine.pass(PROMPT_LENGTH.plusMillis(4_999));
        assertThat(engine.laterEvents(call)).isEmpty();
        engine.pass(Duration.ofMillis(1));

        assertThat(engine.laterEvents(call)).containsExactly("RecognizeFailed 400/8510");
        assertThat(engine.heardBy(CALLER)).containsExactly("Press or say something, please!");
    }

    @Test
    void aKeyInterruptsThePromptAndCounts() {
        recognize(CALLER, List.of(PROMPT), true, FOUR_OR_POUND, List.of(), null);
        engine.pass(Duration.ofMillis(500));
        press("7");
        engine.pass(Duration.ofSeconds(2));

        assertCompleted("400/8532", "dtmf", "dtmfResult", Map.of("tones", List.of("seven")));
    }

    @Test
    void aKeyDuringAPromptThatIsNotToBeInterruptedIsNotHeard() {
        recognize(CALLER, List.of(PROMPT), false, FOUR_OR_POUND, List.of(), null);
        press("7");
        say("hello");
        engine.pass(PROMPT_LENGTH.plusSeconds(5));

        assertThat(engine.laterEvents(call)).containsExactly("RecognizeFailed 400/8510");
    }

    @Test
    void aPromptThatCannotBePlayedFailsWithItsIndex() {
        PlaySource broken = new PlaySource.File(URI.create("https://files.example/readme.txt"));
        recognize(CALLER, List.of(PROMPT, broken), true, FOUR_OR_POUND, List.of(), null);

        assertThat(engine.laterEvents(call)).containsExactly("RecognizeFailed 500/8511");
        assertThat(engine.last(call).specific()).isEqualTo(Map.of("failedPlaySourceIndex", 1));
    }

    @Test
    void aKeyChooses() {
        choices(CHOICES);
        press("2");

        assertCompleted("200/8533", "choices", "choiceResult", Map.of("label", "Support"));
    }

    @Test
    void aKeyThatIsNoChoiceFails() {
        choices(CHOICES);
        press("3");

        assertThat(engine.laterEvents(call)).containsExactly("RecognizeFailed 500/8534");
    }

    @Test
    void keysDoNotCountWhenNoChoiceHasOne() {
        choices(List.of(new Choice("Yes", List.of("yes"), null)));
        press("1");
        assertThat(engine.laterEvents(call)).isEmpty();
        say("Yes");

        assertThat(engine.laterEvents(call)).containsExactly("RecognizeCompleted 200/8545");
    }
}
