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

    private final EngineFixture world = new EngineFixture();
    private final String call = world.answered();

    @Test
    void anAddedParticipantJoinsAfterAnswering() {
        world.add(call, AGENT);
        world.settle();

        assertThat(world.laterEvents(call))
                .containsExactly("AddParticipantSucceeded 200/0", "ParticipantsUpdated 200/0");
        assertThat(world.lastRoster(call)).containsExactly(CALLER, OUR_NUMBER, AGENT);
        assertThat(world.callbacks(call).get(2).operationContext()).isEqualTo("add-context");
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
        world.behaves(target, behaviour);

        world.add(call, target);
        world.pass(Duration.ofSeconds(30));
        world.transfer(call, target, null);
        world.pass(Duration.ofSeconds(60));

        assertThat(world.laterEvents(call))
                .containsExactly("AddParticipantFailed " + codes, "CallTransferFailed " + codes);
        assertThat(world.run(new GetParticipants(call))).hasSize(2);
        assertThat(world.run(new GetCall(call)).leg().state().wireName()).isEqualTo("connected");
    }

    @Test
    void theReasonOfAFailedAdditionNamesTheParticipant() {
        world.behaves(AGENT, PhoneBehaviour.DECLINE);

        world.add(call, AGENT);
        world.settle();

        assertThat(world.last(call).result().message())
                .isEqualTo("addParticipants failed for participant " + AGENT
                        + ". Underlying reason: Declined by all callee endpoints. DiagCode: 487#10024.@");
    }

    @Test
    void nobodyIsAddedTwice() {
        world.behaves(AGENT, PhoneBehaviour.MANUAL);
        world.add(call, AGENT);

        assertThatThrownBy(() -> world.add(call, AGENT))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8519"));
        assertThatThrownBy(() -> world.add(call, CALLER))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.status()).isEqualTo(409));
    }

    @Test
    void aCancelledInvitationIsReportedByTheCancellationAlone() {
        world.behaves(AGENT, PhoneBehaviour.MANUAL);
        String invitation = world.add(call, AGENT);

        world.run(new CancelAddParticipant(call, invitation, "cancel-context", null));
        world.pass(Duration.ofMinutes(5));

        assertThat(world.laterEvents(call)).containsExactly("CancelAddParticipantSucceeded 487/5234");
        assertThat(world.last(call).operationContext()).isEqualTo("cancel-context");
        assertThat(world.last(call).specific()).containsEntry("invitationId", invitation);
    }

    @Test
    void anInvitationThatIsNoLongerOpenCannotBeCancelled() {
        String invitation = world.add(call, AGENT);
        world.settle();

        world.run(new CancelAddParticipant(call, invitation, null, null));

        assertThat(world.laterEvents(call))
                .containsExactly(
                        "AddParticipantSucceeded 200/0",
                        "ParticipantsUpdated 200/0",
                        "CancelAddParticipantFailed 404/8522");
    }

    @Test
    void removingTheOnlyOtherPartyEndsTheCall() {
        world.run(new RemoveParticipant(call, CALLER, "remove", null));

        assertThat(world.laterEvents(call))
                .containsExactly(
                        "RemoveParticipantSucceeded 200/0", "ParticipantsUpdated 200/0", "CallDisconnected 200/5002");
    }

    @Test
    void removingOneOfSeveralLeavesTheOthers() {
        world.add(call, AGENT);
        world.settle();

        world.run(new RemoveParticipant(call, AGENT, "remove", null));

        assertThat(world.laterEvents(call)).endsWith("RemoveParticipantSucceeded 200/0", "ParticipantsUpdated 200/0");
        assertThat(world.lastRoster(call)).containsExactly(CALLER, OUR_NUMBER);
    }

    @Test
    void removingAStrangerFails() {
        world.run(new RemoveParticipant(call, AGENT, "remove", null));

        assertThat(world.laterEvents(call)).containsExactly("RemoveParticipantFailed 404/8522");
    }

    @Test
    void rostersAreNumbered() {
        world.add(call, AGENT);
        world.settle();
        world.run(new MuteParticipant(call, AGENT));

        assertThat(world.callbacks(call).stream()
                        .filter(event -> "ParticipantsUpdated".equals(event.type()))
                        .map(event -> event.specific().get("sequenceNumber")))
                .containsExactly(1, 2, 3);
        List<?> parties = (List<?>) world.last(call).specific().get("participants");
        assertThat(parties)
                .anySatisfy(party -> assertThat(((Party) party).muted()).isTrue());
    }

    @Test
    void anOperationsEventsGoToItsOwnAddress() {
        URI own = URI.create("https://app.example/this-operation");
        world.run(new AddParticipant(call, AGENT, null, null, null, CustomContext.NONE, null, own));
        world.settle();

        assertThat(world.callbacks(call).get(2).destination()).isEqualTo(own);
        assertThat(world.callbacks(call).get(3).destination()).isEqualTo(EngineFixture.CALLBACK);
    }
}
