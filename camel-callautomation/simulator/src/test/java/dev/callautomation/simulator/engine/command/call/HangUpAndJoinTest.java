package dev.callautomation.simulator.engine.command.call;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.engine.EngineFixture;
import dev.callautomation.simulator.engine.call.CallLocator;
import dev.callautomation.simulator.engine.call.CallView;
import dev.callautomation.simulator.engine.call.Conference;
import dev.callautomation.simulator.engine.call.MediaSetup;
import dev.callautomation.simulator.engine.command.participant.MoveParticipant;
import dev.callautomation.simulator.engine.command.participant.RemoveParticipant;
import dev.callautomation.simulator.engine.command.phone.PhoneAnswers;
import dev.callautomation.simulator.engine.command.phone.PhoneHangsUp;
import dev.callautomation.simulator.engine.command.phone.PhoneJoins;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static dev.callautomation.simulator.engine.EngineFixture.AGENT;
import static dev.callautomation.simulator.engine.EngineFixture.CALLER;
import static dev.callautomation.simulator.engine.EngineFixture.OTHER_AGENT;
import static dev.callautomation.simulator.engine.EngineFixture.OUR_NUMBER;
import static dev.callautomation.simulator.engine.EngineFixture.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HangUpAndJoinTest {

    private final EngineFixture world = new EngineFixture();
    private final String call = world.answered();

    @Test
    void aTransferredCallGoesOnWithoutTheApplication() {
        world.transfer(call, PHONE, null);
        assertThat(world.run(new GetCall(call)).leg().state().wireName()).isEqualTo("transferring");
        world.settle();

        assertThat(world.laterEvents(call))
                .containsExactly("CallTransferAccepted 200/7015", "CallDisconnected 200/7015");
        assertThat(world.callbacks(call).get(2).specific())
                .containsEntry("transferTarget", PHONE)
                .containsEntry("transferee", CALLER);
        assertThat(world.snapshot(call).participants())
                .extracting(participant -> participant.identifier())
                .containsExactly(CALLER, PHONE);
        assertThatThrownBy(() -> world.run(new GetCall(call)))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8522"));
    }

    @Test
    void twoTransfersOfOneCallConflict() {
        world.behaves(PHONE, PhoneBehaviour.MANUAL);
        world.transfer(call, PHONE, null);

        assertThatThrownBy(() -> world.transfer(call, AGENT, null))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8519"));
    }

    @Test
    void inAGroupTheTransfereeIsNamedAndLeaves() {
        world.add(call, AGENT);
        world.settle();
        assertThatThrownBy(() -> world.transfer(call, PHONE, null)).hasMessageContaining("transferee is required");

        world.transfer(call, PHONE, AGENT);
        world.settle();

        assertThat(world.laterEvents(call)).endsWith("CallTransferAccepted 200/7015", "ParticipantsUpdated 200/0");
        assertThat(world.lastRoster(call)).containsExactly(CALLER, OUR_NUMBER);
        assertThat(world.run(new GetCall(call)).leg().state().wireName()).isEqualTo("connected");
    }

    @Test
    void aTransferIsOverWhenTheTransfereeHangsUp() {
        world.behaves(PHONE, PhoneBehaviour.MANUAL);
        world.transfer(call, PHONE, null);

        world.run(new PhoneHangsUp(CALLER));

        assertThat(world.laterEvents(call))
                .containsExactly("CallTransferFailed 487/540487", "CallDisconnected 200/5010");
    }

    @Test
    void aTransferIsOverWhenTheApplicationThatIsTransferredLeaves() {
        world.behaves(OTHER_AGENT, PhoneBehaviour.APPLICATION);
        world.behaves(PHONE, PhoneBehaviour.MANUAL);
        world.add(call, AGENT);
        world.add(call, OTHER_AGENT);
        world.settle();
        world.answer(world.contextOf(call));
        world.transfer(call, PHONE, OTHER_AGENT);

        world.run(new HangUp(world.secondLeg(call)));

        assertThat(world.laterEvents(call)).endsWith("CallTransferFailed 487/540487", "ParticipantsUpdated 200/0");
        assertThat(world.run(new GetCall(call)).leg().state().wireName()).isEqualTo("connected");
        assertThatThrownBy(() -> world.run(new PhoneAnswers(PHONE))).hasMessageContaining("not ringing");
    }

    @Test
    void aCallerWhoHangsUpLeavesTheApplicationAlone() {
        world.behaves(AGENT, PhoneBehaviour.MANUAL);
        world.add(call, AGENT);

        world.run(new PhoneHangsUp(CALLER));

        assertThat(world.laterEvents(call)).containsExactly("AddParticipantFailed 487/0", "CallDisconnected 200/5010");
    }

    @Test
    void hangingUpAGroupLeavesTheOthersTalking() {
        world.add(call, AGENT);
        world.settle();

        world.run(new HangUp(call));

        assertThat(world.last(call).result().codes()).isEqualTo("200/7000");
        assertThat(world.snapshot(call).participants())
                .extracting(participant -> participant.identifier())
                .containsExactly(CALLER, AGENT);

        world.run(new PhoneHangsUp(AGENT));
        assertThat(world.snapshot(call).state().wireName()).isEqualTo("disconnected");
    }

    @Test
    void anotherApplicationCanConnectToTheRunningCall() {
        String serverCallId = world.snapshot(call).serverCallId();
        CallView view = world.run(new ConnectCall(
                CallLocator.serverCall(serverCallId),
                EngineFixture.CALLBACK,
                "connect-context",
                "2026-03-12",
                MediaSetup.NONE));
        world.settle();

        String guest = view.leg().id();
        assertThat(world.events(guest)).containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0");
        assertThat(world.lastRoster(guest)).containsExactly(CALLER, OUR_NUMBER);
        assertThat(world.laterEvents(call)).isEmpty();

        world.add(guest, AGENT);
        world.settle();
        assertThat(world.laterEvents(guest))
                .containsExactly("AddParticipantSucceeded 200/0", "ParticipantsUpdated 200/0");
        assertThat(world.laterEvents(call)).containsExactly("ParticipantsUpdated 200/0");

        world.run(new TerminateCall(call));
        assertThat(world.laterEvents(guest)).endsWith("CallDisconnected 200/5001");
    }

    @Test
    void aConnectionThatComesTooLateFails() {
        String serverCallId = world.snapshot(call).serverCallId();
        String guest = world.run(new ConnectCall(
                        CallLocator.serverCall(serverCallId),
                        EngineFixture.CALLBACK,
                        null,
                        "2026-03-12",
                        MediaSetup.NONE))
                .leg()
                .id();

        world.run(new TerminateCall(call));
        world.settle();

        assertThat(world.events(guest)).containsExactly("ConnectFailed 487/4501");
    }

    @Test
    void aParticipantMovesFromOneCallToAnother() {
        String other = world.create(OTHER_AGENT);
        world.settle();

        world.run(new MoveParticipant(call, other, OTHER_AGENT, "move", null));

        assertThat(world.laterEvents(call))
                .containsExactly("MoveParticipantSucceeded 200/0", "ParticipantsUpdated 200/0");
        assertThat(world.lastRoster(call)).contains(OTHER_AGENT);
        assertThat(world.laterEvents(other)).containsExactly("CallDisconnected 200/5010");
    }

    @Test
    void eventGridHearsOfTheCallAndItsUsers() {
        world.add(call, AGENT);
        world.settle();
        world.run(new RemoveParticipant(call, AGENT, null, null));
        world.run(new HangUp(call));

        assertThat(world.gridEvents())
                .containsExactly(
                        "IncomingCall", "CallStarted", "CallParticipantAdded", "CallParticipantRemoved", "CallEnded");
    }

    @Test
    void phonesMeetInAGroupCallThatAnApplicationCanJoin() {
        Conference conference = new Conference(Conference.Kind.GROUP_CALL, "5a5ea6ab-0000-4000-8000-000000000001");
        assertThatThrownBy(() -> connect(conference))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8522"));
        String groupCall = world.run(new PhoneJoins(AGENT, conference));
        assertThat(world.run(new PhoneJoins(PHONE, conference))).isEqualTo(groupCall);

        String leg = connect(conference);
        world.settle();
        world.run(new PhoneHangsUp(PHONE));

        assertThat(world.events(leg))
                .containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0", "ParticipantsUpdated 200/0");
        world.run(new PhoneHangsUp(AGENT));
        assertThat(world.events(leg)).endsWith("CallDisconnected 200/5010");
    }

    private String connect(Conference conference) {
        return world.run(new ConnectCall(
                        CallLocator.conference(conference),
                        EngineFixture.CALLBACK,
                        null,
                        "2026-03-12",
                        MediaSetup.NONE))
                .leg()
                .id();
    }
}
