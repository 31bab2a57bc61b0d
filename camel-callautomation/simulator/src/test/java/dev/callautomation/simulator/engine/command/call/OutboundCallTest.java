package dev.callautomation.simulator.engine.command.call;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.engine.EngineFixture;
import dev.callautomation.simulator.engine.call.CallView;
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.command.participant.RemoveParticipant;
import dev.callautomation.simulator.engine.command.phone.PhoneAnswers;
import dev.callautomation.simulator.engine.command.phone.SetPhone;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static dev.callautomation.simulator.engine.EngineFixture.AGENT;
import static dev.callautomation.simulator.engine.EngineFixture.CALLER;
import static dev.callautomation.simulator.engine.EngineFixture.OTHER_AGENT;
import static dev.callautomation.simulator.engine.EngineFixture.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutboundCallTest {

    private final EngineFixture engine = new EngineFixture();

    @Test
    void aCallIsConnectingUntilTheTargetAnswers() {
        String leg = engine.create(AGENT);

        CallView ringing = engine.run(new GetCall(leg));
        assertThat(ringing.leg().state()).isEqualTo(CallState.CONNECTING);
        assertThat(ringing.leg().knowsServerCallId()).isFalse();

        engine.pass(EngineFixture.RING.minusMillis(1));
        assertThat(engine.events(leg)).isEmpty();
        engine.pass(Duration.ofMillis(1));

        assertThat(engine.events(leg)).containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0");
        CallView connected = engine.run(new GetCall(leg));
        assertThat(connected.leg().state()).isEqualTo(CallState.CONNECTED);
        assertThat(connected.leg().knowsServerCallId()).isTrue();
        assertThat(engine.lastRoster(leg)).containsExactly(connected.leg().source(), AGENT);
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "DECLINE,     8:acs:resource_agent, 200/5002",
        "BUSY,        8:acs:resource_agent, 486/560486",
        "UNREACHABLE, 8:acs:resource_agent, 480/10078",
        "NO_ANSWER,   8:acs:resource_agent, 487/10004",
        "MANUAL,      8:acs:resource_agent, 487/10004",
        "DECLINE,     +15550002222,         403/560403",
        "BUSY,        +15550002222,         486/560486",
        "UNREACHABLE, +15550002222,         480/10078",
        "NO_ANSWER,   +15550002222,         480/560480"
    })
    void aTargetThatDoesNotAnswerFailsTheCall(PhoneBehaviour behaviour, String target, String codes) {
        Identifier callee = Identifier.of(target);
        engine.behaves(callee, behaviour);

        String leg = engine.create(callee);
        engine.pass(Duration.ofSeconds(120));

        assertThat(engine.events(leg)).containsExactly("CreateCallFailed " + codes, "CallDisconnected " + codes);
        assertThat(engine.callbacks(leg).get(0).operationContext()).isEqualTo("create-context");
        assertThatThrownBy(() -> engine.run(new GetCall(leg)))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8522"));
    }

    @Test
    void theMessageOfAFailureEndsWithItsDiagnosticCode() {
        engine.behaves(PHONE, PhoneBehaviour.BUSY);

        String leg = engine.create(PHONE);
        engine.settle();

        assertThat(engine.last(leg).result().message()).endsWith(". DiagCode: 486#560486.@");
    }

    @Test
    void aVoicemailCountsAsAnAnswer() {
        engine.behaves(PHONE, PhoneBehaviour.VOICEMAIL);

        String leg = engine.create(PHONE);
        engine.settle();

        assertThat(engine.events(leg)).startsWith("CallConnected 200/0");
    }

    @Test
    void aGroupCallConnectsWithTheFirstAnswerAndDoesWithoutWhoDeclines() {
        engine.behaves(AGENT, PhoneBehaviour.DECLINE).behaves(OTHER_AGENT, PhoneBehaviour.MANUAL);

        String leg = engine.create(AGENT, PHONE, OTHER_AGENT);
        engine.settle();

        assertThat(engine.events(leg)).containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0");
        assertThat(engine.lastRoster(leg)).hasSize(2).contains(PHONE);

        engine.run(new PhoneAnswers(OTHER_AGENT));
        assertThat(engine.laterEvents(leg)).containsExactly("ParticipantsUpdated 200/0");
        assertThat(engine.last(leg).specific()).containsEntry("sequenceNumber", 2);
        assertThat(engine.lastRoster(leg)).hasSize(3).contains(OTHER_AGENT);
    }

    @Test
    void aGroupCallFailsOnceAllHaveDeclined() {
        engine.behaves(AGENT, PhoneBehaviour.DECLINE).behaves(PHONE, PhoneBehaviour.NO_ANSWER);

        String leg = engine.create(AGENT, PHONE);
        engine.settle();
        assertThat(engine.events(leg)).isEmpty();
        engine.pass(Duration.ofSeconds(120));

        assertThat(engine.events(leg)).containsExactly("CreateCallFailed 480/560480", "CallDisconnected 480/560480");
    }

    @Test
    void hangingUpWhileItRingsCancelsTheCall() {
        engine.behaves(PHONE, PhoneBehaviour.MANUAL);
        String leg = engine.create(PHONE);

        engine.run(new HangUp(leg));

        assertThat(engine.events(leg)).containsExactly("CreateCallFailed 487/540487", "CallDisconnected 200/7000");
        assertThatThrownBy(() -> engine.run(new PhoneAnswers(PHONE))).hasMessageContaining("is not ringing");
    }

    @Test
    void actionsHaveToWaitForTheAnswer() {
        engine.behaves(PHONE, PhoneBehaviour.MANUAL);
        String leg = engine.create(PHONE);

        assertThatThrownBy(() -> engine.add(leg, AGENT)).isInstanceOfSatisfying(ServiceError.class, error -> {
            assertThat(error.status()).isEqualTo(400);
            assertThat(error.code()).isEqualTo("8501");
        });
    }

    @Test
    void anApplicationNumberIsASecondLegOfTheSameCall() {
        engine.behaves(AGENT, PhoneBehaviour.APPLICATION);
        String first = engine.create(AGENT);
        assertThat(engine.gridEvents()).containsExactly("IncomingCall");

        CallView second = engine.answer(engine.contextOf(first));

        assertThat(second.leg().id()).isNotEqualTo(first);
        assertThat(second.call().id()).isEqualTo(first);
        assertThat(engine.events(first)).containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0");
        assertThat(engine.events(second.leg().id()))
                .containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0");
        Effect.Callback ofFirst = engine.last(first);
        Effect.Callback ofSecond = engine.last(second.leg().id());
        assertThat(ofSecond.correlationId()).isEqualTo(ofFirst.correlationId());
        assertThat(ofSecond.serverCallId()).isEqualTo(ofFirst.serverCallId());
        assertThat(engine.callbacks(second.leg().id()).get(0).operationContext())
                .isEqualTo("answer-context");
    }

    @Test
    void hangingUpOneLegOfTwoLeavesTheOtherAlone() {
        engine.behaves(AGENT, PhoneBehaviour.APPLICATION);
        String first = engine.create(AGENT);
        String second = engine.answer(engine.contextOf(first)).leg().id();

        engine.run(new HangUp(first));

        assertThat(engine.laterEvents(first)).containsExactly("CallDisconnected 200/7000");
        assertThat(engine.laterEvents(second)).containsExactly("CallDisconnected 200/5010");
    }

    @Test
    void terminatingTellsTheOtherLegThatTheConversationHasEnded() {
        engine.behaves(AGENT, PhoneBehaviour.APPLICATION);
        String first = engine.create(AGENT);
        String second = engine.answer(engine.contextOf(first)).leg().id();

        engine.run(new TerminateCall(second));

        assertThat(engine.laterEvents(second)).containsExactly("CallDisconnected 200/7000");
        assertThat(engine.laterEvents(first)).containsExactly("CallDisconnected 200/5001");
    }

    @Test
    void aLegThatIsRemovedLearnsIt() {
        engine.behaves(AGENT, PhoneBehaviour.APPLICATION);
        String first = engine.create(AGENT);
        String second = engine.answer(engine.contextOf(first)).leg().id();

        engine.run(new RemoveParticipant(first, AGENT, "remove", null));

        assertThat(engine.laterEvents(second)).containsExactly("CallDisconnected 200/5000");
        assertThat(engine.laterEvents(first))
                .containsExactly(
                        "RemoveParticipantSucceeded 200/0", "ParticipantsUpdated 200/0", "CallDisconnected 200/5002");
    }

    @Test
    void nobodyIsCalledTwice() {
        assertThatThrownBy(() -> engine.create(CALLER, CALLER)).hasMessageContaining("targets");
    }

    @Test
    void aPhoneCannotRingForANegativeTime() {
        assertThatThrownBy(() -> new SetPhone(PHONE, PhoneBehaviour.ANSWER, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 ms or more");
    }
}
