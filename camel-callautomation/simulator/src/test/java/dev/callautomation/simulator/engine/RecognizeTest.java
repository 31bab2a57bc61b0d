package dev.callautomation.simulator.engine;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.engine.media.Choice;
import dev.callautomation.simulator.engine.media.Listening;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.model.Identifier;

import static dev.callautomation.simulator.engine.World.AGENT;
import static dev.callautomation.simulator.engine.World.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecognizeTest {

    private static final PlaySource PROMPT = new PlaySource.Text("Press or say something, please!");
    private static final Duration PROMPT_LENGTH = Duration.ofMillis(2_066);
    private static final Listening.Collecting FOUR_OR_POUND =
            new Listening.Collecting(Duration.ofSeconds(2), 4, List.of(Tone.POUND));
    private static final List<Choice> CHOICES = List.of(
            new Choice("Sales", List.of("sales", "buy something"), Tone.ONE),
            new Choice("Support", List.of("support"), Tone.TWO));

    private final World world = new World();
    private final String call = world.answered();

    @Test
    void tonesAreCollectedUpToTheirNumber() {
        dtmf();
        press("12");
        press("34");

        assertCompleted("200/8531", "dtmf", "dtmfResult", Map.of("tones", List.of("one", "two", "three", "four")));
        assertThat(world.last(call).operationContext()).isEqualTo("ask");
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
        world.pass(Duration.ofMillis(1_900));
        press("6");
        world.pass(Duration.ofMillis(1_999));
        assertThat(world.laterEvents(call)).isEmpty();
        world.pass(Duration.ofMillis(1));

        assertCompleted("400/8532", "dtmf", "dtmfResult", Map.of("tones", List.of("five", "six")));
    }

    @Test
    void silenceFailsAfterThePromptAndItsOwnTime() {
        recognize(CALLER, List.of(PROMPT), true, FOUR_OR_POUND, List.of(), null);
        world.pass(PROMPT_LENGTH.plusMillis(4_999));
        assertThat(world.laterEvents(call)).isEmpty();
        world.pass(Duration.ofMillis(1));

        assertThat(world.laterEvents(call)).containsExactly("RecognizeFailed 400/8510");
        assertThat(world.heardBy(CALLER)).containsExactly("Press or say something, please!");
    }

    @Test
    void aKeyInterruptsThePromptAndCounts() {
        recognize(CALLER, List.of(PROMPT), true, FOUR_OR_POUND, List.of(), null);
        world.pass(Duration.ofMillis(500));
        press("7");
        world.pass(Duration.ofSeconds(2));

        assertCompleted("400/8532", "dtmf", "dtmfResult", Map.of("tones", List.of("seven")));
    }

    @Test
    void aKeyDuringAPromptThatIsNotToBeInterruptedIsNotHeard() {
        recognize(CALLER, List.of(PROMPT), false, FOUR_OR_POUND, List.of(), null);
        press("7");
        say("hello");
        world.pass(PROMPT_LENGTH.plusSeconds(5));

        assertThat(world.laterEvents(call)).containsExactly("RecognizeFailed 400/8510");
    }

    @Test
    void aPromptThatCannotBePlayedFailsWithItsIndex() {
        PlaySource broken = new PlaySource.File(URI.create("https://files.example/readme.txt"));
        recognize(CALLER, List.of(PROMPT, broken), true, FOUR_OR_POUND, List.of(), null);

        assertThat(world.laterEvents(call)).containsExactly("RecognizeFailed 500/8511");
        assertThat(world.last(call).specific()).isEqualTo(Map.of("failedPlaySourceIndex", 1));
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

        assertThat(world.laterEvents(call)).containsExactly("RecognizeFailed 500/8534");
    }

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

        assertThat(world.laterEvents(call)).containsExactly("RecognizeFailed 400/8547");
    }

    @Test
    void keysDoNotCountWhenNoChoiceHasOne() {
        choices(List.of(new Choice("Yes", List.of("yes"), null)));
        press("1");
        assertThat(world.laterEvents(call)).isEmpty();
        say("Yes");

        assertThat(world.laterEvents(call)).containsExactly("RecognizeCompleted 200/8545");
    }

    @Test
    void speechGoesOnUntilItIsSilentForAWhile() {
        speech();
        say("My name");
        world.pass(Duration.ofMillis(700));
        world.run(new PhoneSays(CALLER, new Utterance("is Ada", 0.5)));
        world.pass(Duration.ofMillis(799));
        assertThat(world.laterEvents(call)).isEmpty();
        world.pass(Duration.ofMillis(1));

        assertCompleted("200/8569", "speech", "speechResult", Map.of("speech", "My name is Ada", "confidence", 0.5));
    }

    @Test
    void aNoiseIsNotUnderstood() {
        speech();
        say(" ");

        assertThat(world.laterEvents(call)).containsExactly("RecognizeFailed 400/8563");
    }

    @Test
    void keysDoNotCountAsSpeechAndSpeechDoesNotCountAsKeys() {
        speech();
        press("1");
        world.pass(Duration.ofSeconds(5));
        dtmf();
        say("one");
        world.pass(Duration.ofSeconds(5));

        assertThat(world.laterEvents(call)).containsExactly("RecognizeFailed 400/8510", "RecognizeFailed 400/8510");
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
        world.pass(Duration.ofSeconds(3));

        assertThat(world.laterEvents(call)).containsExactly("RecognizeCompleted " + codes);
        assertThat(world.last(call).specific()).containsEntry("recognitionType", type);
    }

    @Test
    void onlyTheTargetsInputCounts() {
        world.add(call, AGENT);
        world.settle();
        int before = world.laterEvents(call).size();
        dtmf();
        world.run(new PhonePresses(AGENT, Tone.sequence("1234")));
        assertThat(world.laterEvents(call)).hasSize(before);

        press("1234");
        assertThat(world.laterEvents(call)).endsWith("RecognizeCompleted 200/8531");
    }

    @Test
    void aMutedPartySaysNothingButItsKeysAreHeard() {
        world.run(new RemoveParticipant(call, AGENT, null, null));
        String other = world.create(AGENT);
        world.settle();
        world.run(new Mute(other, AGENT));
        world.run(new Recognize(
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
        world.run(new PhoneSays(AGENT, new Utterance("hello", 1)));
        world.pass(Duration.ofSeconds(1));
        assertThat(world.last(other).type()).isEqualTo("ParticipantsUpdated");
        world.run(new PhonePresses(AGENT, Tone.sequence("#")));

        assertThat(world.events(other)).endsWith("RecognizeCompleted 200/8514");
        assertThat(world.notes(other)).contains("agent: says \"hello\", muted");
    }

    @Test
    void inAGroupTheTargetHasToBeNamedAndOneRecognitionRunsAtATime() {
        world.add(call, AGENT);
        world.settle();
        assertThatThrownBy(() -> recognize(null, List.of(), true, FOUR_OR_POUND, List.of(), null))
                .hasMessageContaining("targetParticipant is required");
        dtmf();

        assertThatThrownBy(this::dtmf).isInstanceOfSatisfying(ServiceError.class, error -> assertThat(error.status())
                .isEqualTo(412));
    }

    @Test
    void inACallOfTwoRecognitionsAreQueued() {
        dtmf();
        dtmf();
        press("1#2#");

        assertThat(world.laterEvents(call))
                .containsExactly("RecognizeCompleted 200/8514", "RecognizeCompleted 200/8514");
        assertThat(world.last(call).specific()).containsEntry("dtmfResult", Map.of("tones", List.of("two")));
    }

    @Test
    void recognitionIsCancelled() {
        dtmf();
        dtmf();
        world.run(new CancelAllMedia(call));

        assertThat(world.laterEvents(call)).containsExactly("RecognizeCanceled 400/8508", "RecognizeCanceled 400/8508");
    }

    @Test
    void anInterruptingRecognitionCancelsAPlayAndListensAtOnce() {
        world.run(new PlayMedia(call, List.of(), List.of(PROMPT), true, false, tag("loop")));
        world.run(new Recognize(
                call, null, List.of(), true, Duration.ZERO, FOUR_OR_POUND, List.of(), null, true, tag("now")));
        press("#");

        assertThat(world.laterEvents(call))
                .containsExactly("PlayStarted 200/0", "PlayCanceled 400/8508", "RecognizeCompleted 200/8514");
    }

    @Test
    void theCallerWhoHangsUpCancelsTheRecognition() {
        dtmf();
        press("1");
        world.run(new PhoneHangsUp(CALLER));
        world.pass(Duration.ofMinutes(1));

        assertThat(world.laterEvents(call)).containsExactly("RecognizeCanceled 400/8508", "CallDisconnected 200/5010");
    }

    @Test
    void aTargetWhoLeavesAGroupFailsTheRecognition() {
        world.add(call, AGENT);
        world.settle();
        recognize(AGENT, List.of(), true, FOUR_OR_POUND, List.of(), null);
        world.run(new PhoneHangsUp(AGENT));

        assertThat(world.laterEvents(call)).contains("RecognizeFailed 400/8558");
    }

    @Test
    void aPhoneThatIsNotInACallCannotBeUsed() {
        assertThatThrownBy(() -> world.run(new PhonePresses(AGENT, List.of(Tone.ONE))))
                .hasMessageContaining("is not in a call");
        assertThatThrownBy(() -> world.run(new PhoneSays(World.OUR_NUMBER, new Utterance("hi", 1))))
                .hasMessageContaining("is the application");
    }

    private void dtmf() {
        recognize(CALLER, List.of(), true, FOUR_OR_POUND, List.of(), null);
    }

    private void choices(List<Choice> choices) {
        recognize(null, List.of(), true, null, choices, null);
    }

    private void speech() {
        recognize(null, List.of(), true, null, List.of(), Duration.ofMillis(800));
    }

    private void recognize(
            Identifier target,
            List<PlaySource> prompt,
            boolean interruptPrompt,
            Listening.Collecting tones,
            List<Choice> choices,
            Duration endSilence) {
        world.run(new Recognize(
                call,
                target,
                prompt,
                interruptPrompt,
                Duration.ofSeconds(5),
                tones,
                choices,
                endSilence,
                false,
                tag("ask")));
    }

    private void press(String keys) {
        world.run(new PhonePresses(CALLER, Tone.sequence(keys)));
    }

    private void say(String text) {
        world.run(new PhoneSays(CALLER, new Utterance(text, Utterance.CLEAR)));
    }

    private void assertCompleted(String codes, String type, String member, Map<String, Object> what) {
        assertThat(world.laterEvents(call)).containsExactly("RecognizeCompleted " + codes);
        assertThat(world.last(call).specific()).isEqualTo(Map.of("recognitionType", type, member, what));
    }

    private static OperationTag tag(String context) {
        return new OperationTag(context, null);
    }
}
