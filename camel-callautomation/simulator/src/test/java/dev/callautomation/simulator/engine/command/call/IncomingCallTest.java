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

    private final EngineFixture engine = new EngineFixture();

    @Test
    void anAnsweredCallConnectsTheCallerWithTheApplication() {
        String call = engine.ring();

        CallView answered = engine.answer(engine.contextOf(call));

        assertThat(answered.leg().id()).isEqualTo(call);
        assertThat(answered.leg().state()).isEqualTo(CallState.CONNECTING);
        assertThat(answered.leg().source()).isEqualTo(CALLER);
        assertThat(answered.leg().answeredFor()).isEqualTo(OUR_NUMBER);
        assertThat(engine.events(call)).containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0");
        assertThat(engine.callbacks(call).get(0).operationContext()).isEqualTo("answer-context");
        assertThat(engine.callbacks(call).get(1).operationContext()).isNull();
        assertThat(engine.lastRoster(call)).containsExactly(CALLER, OUR_NUMBER);
        assertThat(engine.snapshot(call).state()).isEqualTo(CallState.CONNECTED);
    }

    @Test
    void theContextIsAsLargeAsTheRealOneAndDiffersFromCallToCall() {
        String one = engine.contextOf(engine.ring());
        String other = engine.contextOf(engine.ring());

        assertThat(one.length()).isBetween(7_000, 10_000);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void anUnansweredCallStopsRingingAfterThirtySeconds() {
        String call = engine.ring();
        String context = engine.contextOf(call);
        engine.pass(Duration.ofSeconds(30));

        assertThatThrownBy(() -> engine.answer(context)).isInstanceOfSatisfying(ServiceError.class, error -> {
            assertThat(error.status()).isEqualTo(404);
            assertThat(error.code()).isEqualTo("8522");
        });
        assertThat(engine.notes(call)).anyMatch(note -> note.contains("incoming call expired"));
        assertThat(engine.snapshot(call).state()).isEqualTo(CallState.DISCONNECTED);
        assertThat(engine.events(call)).isEmpty();
    }

    @Test
    void aCallIsAnsweredOnce() {
        String call = engine.ring();
        String context = engine.contextOf(call);
        engine.run(new AnswerCall(context, EngineFixture.CALLBACK, null, null, "2026-03-12", MediaSetup.NONE));

        assertThatThrownBy(() -> engine.run(
                        new AnswerCall(context, EngineFixture.CALLBACK, null, null, "2026-03-12", MediaSetup.NONE)))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8519"));
        engine.settle();
        assertThatThrownBy(() -> engine.answer(context))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8522"));
    }

    @Test
    void anUnknownContextIsInvalid() {
        assertThatThrownBy(() -> engine.answer("made up"))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8523"))
                .hasMessageContaining("incomingCallContext");
    }

    @ParameterizedTest
    @CsvSource({"DECLINED,declines", "BUSY,is busy", "FORBIDDEN,forbids the call"})
    void arejectedCallerHearsWhy(Refusal refusal, String words) {
        String call = engine.ring();

        engine.run(new RejectCall(engine.contextOf(call), refusal));

        assertThat(engine.notes(call)).contains(CALLER.label() + ": hears that " + OUR_NUMBER.label() + " " + words);
        assertThat(engine.snapshot(call).state()).isEqualTo(CallState.DISCONNECTED);
        assertThat(engine.events(call)).isEmpty();
    }

    @Test
    void aRejectedApplicationLegTellsTheOtherApplication() {
        engine.behaves(AGENT, PhoneBehaviour.APPLICATION);
        String leg = engine.create(AGENT);

        engine.run(new RejectCall(engine.contextOf(leg), Refusal.BUSY));

        assertThat(engine.events(leg)).containsExactly("CreateCallFailed 486/560486", "CallDisconnected 486/560486");
    }

    @Test
    void aCallRedirectedToAPhoneGoesOnWithoutTheApplication() {
        String call = engine.ring();
        String context = engine.contextOf(call);

        engine.run(new RedirectCall(context, PHONE));
        engine.settle();

        assertThat(engine.snapshot(call).participants())
                .extracting(participant -> participant.identifier())
                .containsExactly(CALLER, PHONE);
        assertThat(engine.events(call)).isEmpty();
        assertThatThrownBy(() -> engine.answer(context))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8522"));
    }

    @Test
    void aCallRedirectedToAnotherApplicationNumberRingsThere() {
        engine.behaves(AGENT, PhoneBehaviour.APPLICATION);
        String call = engine.ring();
        String context = engine.contextOf(call);

        engine.run(new RedirectCall(context, AGENT));

        assertThat(engine.gridEvents()).containsExactly("IncomingCall", "IncomingCall");
        assertThat(engine.contextOf(call)).isNotEqualTo(context);
        String leg = engine.answer(engine.contextOf(call)).leg().id();
        assertThat(engine.events(leg)).containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0");
    }

    @Test
    void aCallerWhoGivesUpWhileTheApplicationAnswersFailsTheAnswer() {
        String call = engine.ring();
        engine.run(new AnswerCall(
                engine.contextOf(call), EngineFixture.CALLBACK, "late", null, "2026-03-12", MediaSetup.NONE));

        engine.run(new PhoneHangsUp(CALLER));
        engine.settle();

        assertThat(engine.events(call)).containsExactly("AnswerFailed 487/4501");
        assertThat(engine.last(call).operationContext()).isEqualTo("late");
    }

    @Test
    void aCallerWhoGivesUpStopsTheRinging() {
        String call = engine.ring();
        String context = engine.contextOf(call);

        engine.run(new PhoneHangsUp(CALLER));

        assertThatThrownBy(() -> engine.answer(context))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8522"));
    }

    @Test
    void anApplicationMayHangUpBeforeItsAnswerIsThrough() {
        String call = engine.ring();
        engine.run(new AnswerCall(
                engine.contextOf(call), EngineFixture.CALLBACK, null, null, "2026-03-12", MediaSetup.NONE));

        engine.run(new HangUp(call));
        engine.settle();

        assertThat(engine.events(call)).containsExactly("CallDisconnected 200/7000");
        assertThat(engine.snapshot(call).state()).isEqualTo(CallState.DISCONNECTED);
    }

    @Test
    void anApplicationNumberIsNotOperatedLikeAPhone() {
        engine.ring();

        assertThatThrownBy(() -> engine.run(new PhoneAnswers(OUR_NUMBER)))
                .hasMessageContaining("number of the application");
    }
}
