package dev.callautomation.simulator.engine.command.call;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.engine.EngineFixture;
import dev.callautomation.simulator.engine.call.CallView;
import dev.callautomation.simulator.engine.call.MediaSetup;
import dev.callautomation.simulator.engine.command.phone.PhoneAnswers;
import dev.callautomation.simulator.engine.command.phone.PhoneHangsUp;
import dev.callautomation.simulator.engine.result.Refusal;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static dev.callautomation.simulator.engine.EngineFixture.AGENT;
import static dev.callautomation.simulator.engine.EngineFixture.CALLER;
import static dev.callautomation.simulator.engine.EngineFixture.OUR_NUMBER;
import static dev.callautomation.simulator.engine.EngineFixture.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IncomingCallTest {

    private final EngineFixture world = new EngineFixture();

    @Test
    void anAnsweredCallConnectsTheCallerWithTheApplication() {
        String call = world.ring();

        CallView answered = world.answer(world.contextOf(call));

        assertThat(answered.leg().id()).isEqualTo(call);
        assertThat(answered.leg().state()).isEqualTo(CallState.CONNECTING);
        assertThat(answered.leg().source()).isEqualTo(CALLER);
        assertThat(answered.leg().answeredFor()).isEqualTo(OUR_NUMBER);
        assertThat(world.events(call)).containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0");
        assertThat(world.callbacks(call).get(0).operationContext()).isEqualTo("answer-context");
        assertThat(world.callbacks(call).get(1).operationContext()).isNull();
        assertThat(world.lastRoster(call)).containsExactly(CALLER, OUR_NUMBER);
        assertThat(world.snapshot(call).state()).isEqualTo(CallState.CONNECTED);
    }

    @Test
    void theContextIsAsLargeAsTheRealOneAndDiffersFromCallToCall() {
        String one = world.contextOf(world.ring());
        String other = world.contextOf(world.ring());

        assertThat(one.length()).isBetween(7_000, 10_000);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void anUnansweredCallStopsRingingAfterThirtySeconds() {
        String call = world.ring();
        String context = world.contextOf(call);
        world.pass(Duration.ofSeconds(30));

        assertThatThrownBy(() -> world.answer(context)).isInstanceOfSatisfying(ServiceError.class, error -> {
            assertThat(error.status()).isEqualTo(404);
            assertThat(error.code()).isEqualTo("8522");
        });
        assertThat(world.notes(call)).anyMatch(note -> note.contains("incoming call expired"));
        assertThat(world.snapshot(call).state()).isEqualTo(CallState.DISCONNECTED);
        assertThat(world.events(call)).isEmpty();
    }

    @Test
    void aCallIsAnsweredOnce() {
        String call = world.ring();
        String context = world.contextOf(call);
        world.run(new AnswerCall(context, EngineFixture.CALLBACK, null, null, "2026-03-12", MediaSetup.NONE));

        assertThatThrownBy(() -> world.run(
                        new AnswerCall(context, EngineFixture.CALLBACK, null, null, "2026-03-12", MediaSetup.NONE)))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8519"));
        world.settle();
        assertThatThrownBy(() -> world.answer(context))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8522"));
    }

    @Test
    void aContextNobodyIssuedIsInvalid() {
        assertThatThrownBy(() -> world.answer("made up"))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8523"))
                .hasMessageContaining("incomingCallContext");
    }

    @ParameterizedTest
    @CsvSource({"DECLINED,declines", "BUSY,is busy", "FORBIDDEN,forbids the call"})
    void arejectedCallerHearsWhy(Refusal refusal, String words) {
        String call = world.ring();

        world.run(new RejectCall(world.contextOf(call), refusal));

        assertThat(world.notes(call)).contains(CALLER.label() + ": hears that " + OUR_NUMBER.label() + " " + words);
        assertThat(world.snapshot(call).state()).isEqualTo(CallState.DISCONNECTED);
        assertThat(world.events(call)).isEmpty();
    }

    @Test
    void aRejectedApplicationLegTellsTheOtherApplication() {
        world.behaves(AGENT, PhoneBehaviour.APPLICATION);
        String leg = world.create(AGENT);

        world.run(new RejectCall(world.contextOf(leg), Refusal.BUSY));

        assertThat(world.events(leg)).containsExactly("CreateCallFailed 486/560486", "CallDisconnected 486/560486");
    }

    @Test
    void aCallRedirectedToAPhoneGoesOnWithoutTheApplication() {
        String call = world.ring();
        String context = world.contextOf(call);

        world.run(new RedirectCall(context, PHONE));
        world.settle();

        assertThat(world.snapshot(call).participants())
                .extracting(participant -> participant.identifier())
                .containsExactly(CALLER, PHONE);
        assertThat(world.events(call)).isEmpty();
        assertThatThrownBy(() -> world.answer(context))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8522"));
    }

    @Test
    void aCallRedirectedToAnotherApplicationNumberRingsThere() {
        world.behaves(AGENT, PhoneBehaviour.APPLICATION);
        String call = world.ring();
        String context = world.contextOf(call);

        world.run(new RedirectCall(context, AGENT));

        assertThat(world.gridEvents()).containsExactly("IncomingCall", "IncomingCall");
        assertThat(world.contextOf(call)).isNotEqualTo(context);
        String leg = world.answer(world.contextOf(call)).leg().id();
        assertThat(world.events(leg)).containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0");
    }

    @Test
    void aCallerWhoGivesUpWhileTheApplicationAnswersFailsTheAnswer() {
        String call = world.ring();
        world.run(new AnswerCall(
                world.contextOf(call), EngineFixture.CALLBACK, "late", null, "2026-03-12", MediaSetup.NONE));

        world.run(new PhoneHangsUp(CALLER));
        world.settle();

        assertThat(world.events(call)).containsExactly("AnswerFailed 487/4501");
        assertThat(world.last(call).operationContext()).isEqualTo("late");
    }

    @Test
    void aCallerWhoGivesUpStopsTheRinging() {
        String call = world.ring();
        String context = world.contextOf(call);

        world.run(new PhoneHangsUp(CALLER));

        assertThatThrownBy(() -> world.answer(context))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8522"));
    }

    @Test
    void anApplicationMayHangUpBeforeItsAnswerIsThrough() {
        String call = world.ring();
        world.run(new AnswerCall(
                world.contextOf(call), EngineFixture.CALLBACK, null, null, "2026-03-12", MediaSetup.NONE));

        world.run(new HangUp(call));
        world.settle();

        assertThat(world.events(call)).containsExactly("CallDisconnected 200/7000");
        assertThat(world.snapshot(call).state()).isEqualTo(CallState.DISCONNECTED);
    }

    @Test
    void anApplicationNumberIsNotOperatedLikeAPhone() {
        world.ring();

        assertThatThrownBy(() -> world.run(new PhoneAnswers(OUR_NUMBER)))
                .hasMessageContaining("number of the application");
    }
}
