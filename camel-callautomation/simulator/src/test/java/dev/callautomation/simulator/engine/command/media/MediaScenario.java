package dev.callautomation.simulator.engine.command.media;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.callautomation.simulator.engine.EngineFixture;
import dev.callautomation.simulator.engine.command.phone.PhonePresses;
import dev.callautomation.simulator.engine.command.phone.PhoneSays;
import dev.callautomation.simulator.engine.media.Choice;
import dev.callautomation.simulator.engine.media.Listening;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.model.Identifier;

import static dev.callautomation.simulator.engine.EngineFixture.CALLER;
import static org.assertj.core.api.Assertions.assertThat;

/** A call of a caller with an application that plays and listens. */
abstract class MediaScenario {

    static final PlaySource WELCOME = new PlaySource.Text("Welcome to Contoso, how are you?");
    static final PlaySource MUSIC = file("https://files.example/music.wav");
    static final PlaySource PROMPT = new PlaySource.Text("Press or say something, please!");
    static final Duration PROMPT_LENGTH = Duration.ofMillis(2_066);
    static final Listening.Collecting FOUR_OR_POUND =
            new Listening.Collecting(Duration.ofSeconds(2), 4, List.of(Tone.POUND));
    static final List<Choice> CHOICES = List.of(
            new Choice("Sales", List.of("sales", "buy something"), Tone.ONE),
            new Choice("Support", List.of("support"), Tone.TWO));

    final EngineFixture engine = new EngineFixture();
    final String call = engine.answered();

    void play(String context, PlaySource... sources) {
        engine.run(new PlayMedia(call, List.of(), List.of(sources), false, false, tag(context)));
    }

    void playTo(String context, Identifier who) {
        engine.run(new PlayMedia(call, List.of(who), List.of(MUSIC), false, false, tag(context)));
    }

    void dtmf() {
        recognize(CALLER, List.of(), true, FOUR_OR_POUND, List.of(), null);
    }

    void choices(List<Choice> choices) {
        recognize(null, List.of(), true, null, choices, null);
    }

    void speech() {
        recognize(null, List.of(), true, null, List.of(), Duration.ofMillis(800));
    }

    void recognize(
            Identifier target,
            List<PlaySource> prompt,
            boolean interruptPrompt,
            Listening.Collecting tones,
            List<Choice> choices,
            Duration endSilence) {
        engine.run(new Recognize(
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

    void press(String keys) {
        engine.run(new PhonePresses(CALLER, Tone.sequence(keys)));
    }

    void say(String text) {
        engine.run(new PhoneSays(CALLER, new Utterance(text, Utterance.CLEAR)));
    }

    void assertCompleted(String codes, String type, String member, Map<String, Object> what) {
        assertThat(engine.laterEvents(call)).containsExactly("RecognizeCompleted " + codes);
        assertThat(engine.last(call).specific()).isEqualTo(Map.of("recognitionType", type, member, what));
    }

    List<String> contextsAndTypes() {
        return engine.callbacks(call).stream()
                .filter(event -> event.type().startsWith("Play"))
                .map(event -> event.operationContext() + " " + event.type())
                .toList();
    }

    static PlaySource file(String uri) {
        return new PlaySource.File(URI.create(uri));
    }

    static OperationTag tag(String context) {
        return new OperationTag(context, null);
    }
}
