package dev.callautomation.simulator.engine.command.media;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.engine.command.participant.MuteParticipant;
import dev.callautomation.simulator.engine.command.phone.PhonePresses;
import dev.callautomation.simulator.engine.command.phone.PhoneSays;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.media.Utterance;

import static dev.callautomation.simulator.engine.EngineFixture.AGENT;
import static dev.callautomation.simulator.engine.EngineFixture.CALLER;
import static org.assertj.core.api.Assertions.assertThat;

class RecognizeSpeechTest extends MediaScenario {

    @ParameterizedTest
    @ValueSource(strings = {"buy something", "Buy something!", " BUY  SOMETHING. "})
    void aPhraseChoosesWhateverItsCaseAndPunctuation(String phrase) {
        choices(CHOICES);
        say(phrase);

        assertCompleted(
                "200/8545",
                "choices",
                "choiceResult",
                Map.of("label", "Sales", "recognizedPhrase", phrase, "confidence", 0.95));
    }

    @Test
    void aPhraseThatIsNoChoiceFails() {
        choices(CHOICES);
        say("something else");

        assertThat(engine.laterEvents(call)).containsExactly("RecognizeFailed 400/8547");
    }

    @Test
    void speechGoesOnUntilItIsSilentForAWhile() {
        speech();
        say("My name");
        engine.pass(Duration.ofMillis(700));
        engine.run(new PhoneSays(CALLER, new Utterance("is Ada", 0.5)));
        engine.pass(Duration.ofMillis(799));
        assertThat(engine.laterEvents(call)).isEmpty();
        engine.pass(Duration.ofMillis(1));

        assertCompleted("200/8569", "speech", "speechResult", Map.of("speech", "My name is Ada", "confidence", 0.5));
    }

    @Test
    void aNoiseIsNotUnderstood() {
        speech();
        say(" ");

        assertThat(engine.laterEvents(call)).containsExactly("RecognizeFailed 400/8563");
    }

    @Test
    void keysDoNotCountAsSpeechAndSpeechDoesNotCountAsKeys() {
        speech();
        press("1");
        engine.pass(Duration.ofSeconds(5));
        dtmf();
        say("one");
        engine.pass(Duration.ofSeconds(5));

        assertThat(engine.laterEvents(call)).containsExactly("RecognizeFailed 400/8510", "RecognizeFailed 400/8510");
    }

    @ParameterizedTest
    @CsvSource({"true, dtmf, 400/8532", "false, speech, 200/8569"})
    void speechOrTonesGoesByWhatComesFirst(boolean keysFirst, String type, String codes) {
        recognize(CALLER, List.of(), true, FOUR_OR_POUND, List.of(), Duration.ofMillis(800));
        if (keysFirst) {
            press("1");
            say("two");
        } else {
            say("two");
            press("1");
        }
        engine.pass(Duration.ofSeconds(3));

        assertThat(engine.laterEvents(call)).containsExactly("RecognizeCompleted " + codes);
        assertThat(engine.last(call).specific()).containsEntry("recognitionType", type);
    }

    @Test
    void aMutedPartySaysNothingButItsKeysAreHeard() {
        String other = engine.create(AGENT);
        engine.settle();
        engine.run(new MuteParticipant(other, AGENT));
        engine.run(new Recognize(
                other,
                null,
                List.of(),
                true,
                Duration.ofSeconds(5),
                FOUR_OR_POUND,
                List.of(),
                Duration.ofMillis(500),
                false,
                tag("muted")));
        engine.run(new PhoneSays(AGENT, new Utterance("hello", 1)));
        engine.pass(Duration.ofSeconds(1));
        assertThat(engine.last(other).type()).isEqualTo("ParticipantsUpdated");
        engine.run(new PhonePresses(AGENT, Tone.sequence("#")));

        assertThat(engine.events(other)).endsWith("RecognizeCompleted 200/8514");
        assertThat(engine.notes(other)).contains("agent: says \"hello\", muted");
    }
}
