package dev.callautomation.simulator.engine.command.phone;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.engine.EngineFixture;
import dev.callautomation.simulator.engine.command.media.Recognize;
import dev.callautomation.simulator.engine.media.Listening;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.model.Reaction;

import static dev.callautomation.simulator.engine.EngineFixture.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScriptTest {

    private final EngineFixture engine = new EngineFixture();

    @Test
    void aCallerAnswersWhatItHears() {
        script(
                Reaction.hearing("for SALES").afterMillis(300).press("1"),
                Reaction.hearing("bye").hangUp());
        String call = engine.answered();

        ask(call, "Press one for sales.");
        engine.pass(Duration.ofMillis(299));
        assertThat(engine.laterEvents(call)).isEmpty();
        engine.pass(Duration.ofMillis(1));
        assertThat(engine.laterEvents(call)).containsExactly("RecognizeCompleted 200/8531");

        ask(call, "Press one for service.");
        engine.pass(Duration.ofSeconds(8));
        assertThat(engine.laterEvents(call)).endsWith("RecognizeFailed 400/8510");

        ask(call, "Goodbye");
        engine.pass(Duration.ofMillis(1));
        assertThat(engine.laterEvents(call)).endsWith("RecognizeCanceled 400/8508", "CallDisconnected 200/5010");
    }

    @Test
    void aPhoneActsSomeTimeAfterItIsConnected() {
        script(Reaction.connected().afterMillis(2_000).say("Hello?"));
        String call = engine.answered();

        assertThat(engine.notes(call)).doesNotContain("+15550001111: says \"Hello?\"");
        engine.pass(Duration.ofSeconds(2));
        assertThat(engine.notes(call)).containsOnlyOnce("+15550001111: says \"Hello?\"");
    }

    @Test
    void aPhoneThatIsCalledActsSomeTimeAfterItHasAnswered() {
        engine.run(new SetScript(
                EngineFixture.PHONE,
                List.of(Reaction.connected().afterMillis(500).hangUp())));
        String call = engine.create(EngineFixture.PHONE);
        engine.pass(EngineFixture.RING);
        engine.pass(Duration.ofMillis(500));

        assertThat(engine.events(call)).endsWith("CallDisconnected 200/5010");
    }

    @Test
    void whoHasGoneDoesNothingMore() {
        script(Reaction.connected().afterMillis(2_000).press("1"));
        String call = engine.answered();
        engine.run(new PhoneHangsUp(CALLER));
        engine.pass(Duration.ofSeconds(5));

        assertThat(engine.notes(call)).doesNotContain("+15550001111: presses 1");
    }

    @Test
    void aScriptWithKeysThatThereAreNotIsRefused() {
        assertThatThrownBy(() -> script(Reaction.connected().press("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a key");
        assertThatThrownBy(() -> Reaction.hearing(" ").press("1")).hasMessageContaining("hears must not be blank");
        assertThatThrownBy(() -> Reaction.connected().afterMillis(-1).hangUp()).hasMessageContaining("0 ms or more");
    }

    private void script(Reaction... script) {
        engine.run(new SetScript(CALLER, List.of(script)));
    }

    private void ask(String call, String prompt) {
        engine.run(new Recognize(
                call,
                CALLER,
                List.of(new PlaySource.Text(prompt)),
                true,
                Duration.ofSeconds(5),
                new Listening.Collecting(Duration.ofSeconds(2), 1, List.of(Tone.POUND)),
                List.of(),
                null,
                false,
                new OperationTag("ask", null)));
    }
}
