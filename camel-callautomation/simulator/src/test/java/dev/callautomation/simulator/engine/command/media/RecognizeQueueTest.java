package dev.callautomation.simulator.engine.command.media;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.engine.EngineFixture;
import dev.callautomation.simulator.engine.command.phone.PhoneHangsUp;
import dev.callautomation.simulator.engine.command.phone.PhonePresses;
import dev.callautomation.simulator.engine.command.phone.PhoneSays;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.engine.result.ServiceError;

import static dev.callautomation.simulator.engine.EngineFixture.AGENT;
import static dev.callautomation.simulator.engine.EngineFixture.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecognizeQueueTest extends MediaScenario {

    @Test
    void onlyTheTargetsInputCounts() {
        engine.add(call, AGENT);
        engine.settle();
        int before = engine.laterEvents(call).size();
        dtmf();
        engine.run(new PhonePresses(AGENT, Tone.sequence("1234")));
        assertThat(engine.laterEvents(call)).hasSize(before);

        press("1234");
        assertThat(engine.laterEvents(call)).endsWith("RecognizeCompleted 200/8531");
    }

    @Test
    void inAGroupTheTargetHasToBeNamedAndOneRecognitionRunsAtATime() {
        engine.add(call, AGENT);
        engine.settle();
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

        assertThat(engine.laterEvents(call))
                .containsExactly("RecognizeCompleted 200/8514", "RecognizeCompleted 200/8514");
        assertThat(engine.last(call).specific()).containsEntry("dtmfResult", Map.of("tones", List.of("two")));
    }

    @Test
    void recognitionIsCanceled() {
        dtmf();
        dtmf();
        engine.run(new CancelAllMedia(call));

        assertThat(engine.laterEvents(call))
                .containsExactly("RecognizeCanceled 400/8508", "RecognizeCanceled 400/8508");
    }

    @Test
    void anInterruptingRecognitionCancelsAPlayAndListensAtOnce() {
        engine.run(new PlayMedia(call, List.of(), List.of(PROMPT), true, false, tag("loop")));
        engine.run(new Recognize(
                call, null, List.of(), true, Duration.ZERO, FOUR_OR_POUND, List.of(), null, true, tag("now")));
        press("#");

        assertThat(engine.laterEvents(call))
                .containsExactly("PlayStarted 200/0", "PlayCanceled 400/8508", "RecognizeCompleted 200/8514");
    }

    @Test
    void theCallerWhoHangsUpCancelsTheRecognition() {
        dtmf();
        press("1");
        engine.run(new PhoneHangsUp(CALLER));
        engine.pass(Duration.ofMinutes(1));

        assertThat(engine.laterEvents(call)).containsExactly("RecognizeCanceled 400/8508", "CallDisconnected 200/5010");
    }

    @Test
    void aTargetWhoLeavesAGroupFailsTheRecognition() {
        engine.add(call, AGENT);
        engine.settle();
        recognize(AGENT, List.of(), true, FOUR_OR_POUND, List.of(), null);
        engine.run(new PhoneHangsUp(AGENT));

        assertThat(engine.laterEvents(call)).contains("RecognizeFailed 400/8558");
    }

    @Test
    void aPhoneThatIsNotInACallCannotBeUsed() {
        assertThatThrownBy(() -> engine.run(new PhonePresses(AGENT, List.of(Tone.ONE))))
                .hasMessageContaining("is not in a call");
        assertThatThrownBy(() -> engine.run(new PhoneSays(EngineFixture.OUR_NUMBER, new Utterance("hi", 1))))
                .hasMessageContaining("is the application");
    }
}
