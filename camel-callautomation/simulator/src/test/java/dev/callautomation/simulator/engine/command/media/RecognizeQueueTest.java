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
        assertThatThrownBy(() -> world.run(new PhoneSays(EngineFixture.OUR_NUMBER, new Utterance("hi", 1))))
                .hasMessageContaining("is the application");
    }
}
