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

    private final EngineFixture world = new EngineFixture();

    @Test
    void aCallIsConnectingUntilTheTargetAnswers() {
        String leg = world.create(AGENT);

        CallView ringing = world.run(new GetCall(leg));
        assertThat(ringing.leg().state()).isEqualTo(CallState.CONNECTING);
        assertThat(ringing.leg().knowsServerCallId()).isFalse();

        world.pass(EngineFixture.RING.minusMillis(1));
        assertThat(world.events(leg)).isEmpty();
        world.pass(Duration.ofMillis(1));

        assertThat(world.events(leg)).containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0");
        CallView connected = world.run(new GetCall(leg));
        assertThat(connected.leg().state()).isEqualTo(CallState.CONNECTED);
        assertThat(connected.leg().knowsServerCallId()).isTrue();
        assertThat(world.lastRoster(leg)).containsExactly(connected.leg().source(), AGENT);
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
        world.behaves(callee, behaviour);

        String leg = world.create(callee);
        world.pass(Duration.ofSeconds(120));

        assertThat(world.events(leg)).containsExactly("CreateCallFailed " + codes, "CallDisconnected " + codes);
        assertThat(world.callbacks(leg).get(0).operationContext()).isEqualTo("create-context");
        assertThatThrownBy(() -> world.run(new GetCall(leg)))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8522"));
    }

    @Test
    void theMessageOfAFailureEndsWithItsDiagnosticCode() {
        world.behaves(PHONE, PhoneBehaviour.BUSY);

        String leg = world.create(PHONE);
        world.settle();

        assertThat(world.last(leg).result().message()).endsWith(". DiagCode: 486#560486.@");
    }

    @Test
    void aVoicemailCountsAsAnAnswer() {
        world.behaves(PHONE, PhoneBehaviour.VOICEMAIL);

        String leg = world.create(PHONE);
        world.settle();

        assertThat(world.events(leg)).startsWith("CallConnected 200/0");
    }

    @Test
    void aGroupCallConnectsWithTheFirstAnswerAndDoesWithoutWhoDeclines() {
        world.behaves(AGENT, PhoneBehaviour.DECLINE).behaves(OTHER_AGENT, PhoneBehaviour.MANUAL);

        String leg = world.create(AGENT, PHONE, OTHER_AGENT);
        world.settle();

        assertThat(world.events(leg)).containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0");
        assertThat(world.lastRoster(leg)).hasSize(2).contains(PHONE);

        world.run(new PhoneAnswers(OTHER_AGENT));
        assertThat(world.laterEvents(leg)).containsExactly("ParticipantsUpdated 200/0");
        assertThat(world.last(leg).specific()).containsEntry("sequenceNumber", 2);
        assertThat(world.lastRoster(leg)).hasSize(3).contains(OTHER_AGENT);
    }

    @Test
    void aGroupCallFailsOnceAllHaveDeclined() {
        world.behaves(AGENT, PhoneBehaviour.DECLINE).behaves(PHONE, PhoneBehaviour.NO_ANSWER);

        String leg = world.create(AGENT, PHONE);
        world.settle();
        assertThat(world.events(leg)).isEmpty();
        world.pass(Duration.ofSeconds(120));

        assertThat(world.events(leg)).containsExactly("CreateCallFailed 480/560480", "CallDisconnected 480/560480");
    }

    @Test
    void hangingUpWhileItRingsCancelsTheCall() {
        world.behaves(PHONE, PhoneBehaviour.MANUAL);
        String leg = world.create(PHONE);

        world.run(new HangUp(leg));

        assertThat(world.events(leg)).containsExactly("CreateCallFailed 487/540487", "CallDisconnected 200/7000");
        assertThatThrownBy(() -> world.run(new PhoneAnswers(PHONE))).hasMessageContaining("is not ringing");
    }

    @Test
    void actionsHaveToWaitForTheAnswer() {
        world.behaves(PHONE, PhoneBehaviour.MANUAL);
        String leg = world.create(PHONE);

        assertThatThrownBy(() -> world.add(leg, AGENT)).isInstanceOfSatisfying(ServiceError.class, error -> {
            assertThat(error.status()).isEqualTo(400);
            assertThat(error.code()).isEqualTo("8501");
        });
    }

    @Test
    void anApplicationNumberIsASecondLegOfTheSameCall() {
        world.behaves(AGENT, PhoneBehaviour.APPLICATION);
        String first = world.create(AGENT);
        assertThat(world.gridEvents()).containsExactly("IncomingCall");

        CallView second = world.answer(world.contextOf(first));

        assertThat(second.leg().id()).isNotEqualTo(first);
        assertThat(second.call().id()).isEqualTo(first);
        assertThat(world.events(first)).containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0");
        assertThat(world.events(second.leg().id())).containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0");
        Effect.Callback ofFirst = world.last(first);
        Effect.Callback ofSecond = world.last(second.leg().id());
        assertThat(ofSecond.correlationId()).isEqualTo(ofFirst.correlationId());
        assertThat(ofSecond.serverCallId()).isEqualTo(ofFirst.serverCallId());
        assertThat(world.callbacks(second.leg().id()).get(0).operationContext()).isEqualTo("answer-context");
    }

    @Test
    void hangingUpOneLegOfTwoLeavesTheOtherAlone() {
        world.behaves(AGENT, PhoneBehaviour.APPLICATION);
        String first = world.create(AGENT);
        String second = world.answer(world.contextOf(first)).leg().id();

        world.run(new HangUp(first));

        assertThat(world.laterEvents(first)).containsExactly("CallDisconnected 200/7000");
        assertThat(world.laterEvents(second)).containsExactly("CallDisconnected 200/5010");
    }

    @Test
    void terminatingTellsTheOtherLegThatTheConversationHasEnded() {
        world.behaves(AGENT, PhoneBehaviour.APPLICATION);
        String first = world.create(AGENT);
        String second = world.answer(world.contextOf(first)).leg().id();

        world.run(new TerminateCall(second));

        assertThat(world.laterEvents(second)).containsExactly("CallDisconnected 200/7000");
        assertThat(world.laterEvents(first)).containsExactly("CallDisconnected 200/5001");
    }

    @Test
    void aLegThatIsRemovedLearnsIt() {
        world.behaves(AGENT, PhoneBehaviour.APPLICATION);
        String first = world.create(AGENT);
        String second = world.answer(world.contextOf(first)).leg().id();

        world.run(new RemoveParticipant(first, AGENT, "remove", null));

        assertThat(world.laterEvents(second)).containsExactly("CallDisconnected 200/5000");
        assertThat(world.laterEvents(first))
                .containsExactly(
                        "RemoveParticipantSucceeded 200/0", "ParticipantsUpdated 200/0", "CallDisconnected 200/5002");
    }

    @Test
    void nobodyIsCalledTwice() {
        assertThatThrownBy(() -> world.create(CALLER, CALLER)).hasMessageContaining("targets");
    }

    @Test
    void aPhoneCannotRingForANegativeTime() {
        assertThatThrownBy(() -> new SetPhone(PHONE, PhoneBehaviour.ANSWER, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 ms or more");
    }
}
