package dev.callautomation.simulator.engine.command.participant;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.engine.EngineFixture;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.command.call.GetCall;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static dev.callautomation.simulator.engine.EngineFixture.AGENT;
import static dev.callautomation.simulator.engine.EngineFixture.CALLER;
import static dev.callautomation.simulator.engine.EngineFixture.OUR_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ParticipantsTest {

    private final EngineFixture engine = new EngineFixture();
    private final String call = engine.answered();

    @Test
    void anAddedParticipantJoinsAfterAnswering() {
        engine.add(call, AGENT);
        engine.settle();

        assertThat(engine.laterEvents(call))
                .containsExactly("AddParticipantSucceeded 200/0", "ParticipantsUpdated 200/0");
        assertThat(engine.lastRoster(call)).containsExactly(CALLER, OUR_NUMBER, AGENT);
        assertThat(engine.callbacks(call).get(2).operationContext()).isEqualTo("add-context");
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "DECLINE,     8:acs:resource_agent, 487/10024",
        "BUSY,        8:acs:resource_agent, 486/560486",
        "UNREACHABLE, 8:acs:resource_agent, 480/10078",
        "NO_ANSWER,   8:acs:resource_agent, 487/10004",
        "DECLINE,     +15550002222,         403/560403",
        "BUSY,        +15550002222,         486/560486",
        "UNREACHABLE, +15550002222,         480/10078",
        "NO_ANSWER,   +15550002222,         480/560480"
    })
    void aRefusalIsTheSameForAddingAndTransferringAndLeavesTheCallUp(
            PhoneBehaviour behaviour, String who, String codes) {
        Identifier target = Identifier.of(who);
        engine.behaves(target, behaviour);

        engine.add(call, target);
        engine.pass(Duration.ofSeconds(30));
        engine.transfer(call, target, null);
        engine.pass(Duration.ofSeconds(60));

        assertThat(engine.laterEvents(call))
                .containsExactly("AddParticipantFailed " + codes, "CallTransferFailed " + codes);
        assertThat(engine.run(new GetParticipants(call))).hasSize(2);
        assertThat(engine.run(new GetCall(call)).leg().state().wireName()).isEqualTo("connected");
    }

    @Test
    void theReasonOfAFailedAdditionNamesTheParticipant() {
        engine.behaves(AGENT, PhoneBehaviour.DECLINE);

        engine.add(call, AGENT);
        engine.settle();

        assertThat(engine.last(call).result().message())
                .isEqualTo("addParticipants failed for participant " + AGENT
                        + ". Underlying reason: Declined by all callee endpoints. DiagCode: 487#10024.@");
    }

    @Test
    void nobodyIsAddedTwice() {
        engine.behaves(AGENT, PhoneBehaviour.MANUAL);
        engine.add(call, AGENT);

        assertThatThrownBy(() -> engine.add(call, AGENT))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8519"));
        assertThatThrownBy(() -> engine.add(call, CALLER))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.status()).isEqualTo(409));
    }

    @Test
    void aCanceledInvitationIsReportedByTheCancelEventAlone() {
        engine.behaves(AGENT, PhoneBehaviour.MANUAL);
        String invitation = engine.add(call, AGENT);

        engine.run(new CancelAddParticipant(call, invitation, "cancel-context", null));
        engine.pass(Duration.ofMinutes(5));

        assertThat(engine.laterEvents(call)).containsExactly("CancelAddParticipantSucceeded 487/5234");
        assertThat(engine.last(call).operationContext()).isEqualTo("cancel-context");
        assertThat(engine.last(call).specific()).containsEntry("invitationId", invitation);
    }

    @Test
    void anInvitationThatIsNoLongerOpenCannotBeCanceled() {
        String invitation = engine.add(call, AGENT);
        engine.settle();

        engine.run(new CancelAddParticipant(call, invitation, null, null));

        assertThat(engine.laterEvents(call))
                .containsExactly(
                        "AddParticipantSucceeded 200/0",
                        "ParticipantsUpdated 200/0",
                        "CancelAddParticipantFailed 404/8522");
    }

    @Test
    void removingTheOnlyOtherPartyEndsTheCall() {
        engine.run(new RemoveParticipant(call, CALLER, "remove", null));

        assertThat(engine.laterEvents(call))
                .containsExactly(
                        "RemoveParticipantSucceeded 200/0", "ParticipantsUpdated 200/0", "CallDisconnected 200/5002");
    }

    @Test
    void removingOneOfSeveralLeavesTheOthers() {
        engine.add(call, AGENT);
        engine.settle();

        engine.run(new RemoveParticipant(call, AGENT, "remove", null));

        assertThat(engine.laterEvents(call)).endsWith("RemoveParticipantSucceeded 200/0", "ParticipantsUpdated 200/0");
        assertThat(engine.lastRoster(call)).containsExactly(CALLER, OUR_NUMBER);
    }

    @Test
    void removingAUnpublishedFails() {
        engine.run(new RemoveParticipant(call, AGENT, "remove", null));

        assertThat(engine.laterEvents(call)).containsExactly("RemoveParticipantFailed 404/8522");
    }

    @Test
    void rostersAreNumbered() {
        engine.add(call, AGENT);
        engine.settle();
        engine.run(new MuteParticipant(call, AGENT));

        assertThat(engine.callbacks(call).stream()
                        .filter(event -> "ParticipantsUpdated".equals(event.type()))
                        .map(event -> event.specific().get("sequenceNumber")))
                .containsExactly(1, 2, 3);
        List<?> parties = (List<?>) engine.last(call).specific().get("participants");
        assertThat(parties)
                .anySatisfy(party -> assertThat(((Party) party).muted()).isTrue());
    }

    @Test
    void anOperationsEventsGoToItsOwnAddress() {
        URI own = URI.create("https://app.example/this-operation");
        engine.run(new AddParticipant(call, AGENT, null, null, null, CustomContext.NONE, null, own));
        engine.settle();

        assertThat(engine.callbacks(call).get(2).destination()).isEqualTo(own);
        assertThat(engine.callbacks(call).get(3).destination()).isEqualTo(EngineFixture.CALLBACK);
    }
}
