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

    private final EngineFixture engine = new EngineFixture();
    private final String call = engine.answered();

    @Test
    void aTransferredCallGoesOnWithoutTheApplication() {
        engine.transfer(call, PHONE, null);
        assertThat(engine.run(new GetCall(call)).leg().state().wireName()).isEqualTo("transferring");
        engine.settle();

        assertThat(engine.laterEvents(call))
                .containsExactly("CallTransferAccepted 200/7015", "CallDisconnected 200/7015");
        assertThat(engine.callbacks(call).get(2).specific())
                .containsEntry("transferTarget", PHONE)
                .containsEntry("transferee", CALLER);
        assertThat(engine.snapshot(call).participants())
                .extracting(participant -> participant.identifier())
                .containsExactly(CALLER, PHONE);
        assertThatThrownBy(() -> engine.run(new GetCall(call)))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8522"));
    }

    @Test
    void twoTransfersOfOneCallConflict() {
        engine.behaves(PHONE, PhoneBehaviour.MANUAL);
        engine.transfer(call, PHONE, null);

        assertThatThrownBy(() -> engine.transfer(call, AGENT, null))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8519"));
    }

    @Test
    void inAGroupTheTransfereeIsNamedAndLeaves() {
        engine.add(call, AGENT);
        engine.settle();
        assertThatThrownBy(() -> engine.transfer(call, PHONE, null)).hasMessageContaining("transferee is required");

        engine.transfer(call, PHONE, AGENT);
        engine.settle();

        assertThat(engine.laterEvents(call)).endsWith("CallTransferAccepted 200/7015", "ParticipantsUpdated 200/0");
        assertThat(engine.lastRoster(call)).containsExactly(CALLER, OUR_NUMBER);
        assertThat(engine.run(new GetCall(call)).leg().state().wireName()).isEqualTo("connected");
    }

    @Test
    void aTransferIsOverWhenTheTransfereeHangsUp() {
        engine.behaves(PHONE, PhoneBehaviour.MANUAL);
        engine.transfer(call, PHONE, null);

        engine.run(new PhoneHangsUp(CALLER));

        assertThat(engine.laterEvents(call))
                .containsExactly("CallTransferFailed 487/540487", "CallDisconnected 200/5010");
    }

    @Test
    void aTransferIsOverWhenTheApplicationThatIsTransferredLeaves() {
        engine.behaves(OTHER_AGENT, PhoneBehaviour.APPLICATION);
        engine.behaves(PHONE, PhoneBehaviour.MANUAL);
        engine.add(call, AGENT);
        engine.add(call, OTHER_AGENT);
        engine.settle();
        engine.answer(engine.contextOf(call));
        engine.transfer(call, PHONE, OTHER_AGENT);

        engine.run(new HangUp(engine.secondLeg(call)));

        assertThat(engine.laterEvents(call)).endsWith("CallTransferFailed 487/540487", "ParticipantsUpdated 200/0");
        assertThat(engine.run(new GetCall(call)).leg().state().wireName()).isEqualTo("connected");
        assertThatThrownBy(() -> engine.run(new PhoneAnswers(PHONE))).hasMessageContaining("not ringing");
    }

    @Test
    void aCallerWhoHangsUpLeavesTheApplicationAlone() {
        engine.behaves(AGENT, PhoneBehaviour.MANUAL);
        engine.add(call, AGENT);

        engine.run(new PhoneHangsUp(CALLER));

        assertThat(engine.laterEvents(call)).containsExactly("AddParticipantFailed 487/0", "CallDisconnected 200/5010");
    }

    @Test
    void hangingUpAGroupLeavesTheOthersTalking() {
        engine.add(call, AGENT);
        engine.settle();

        engine.run(new HangUp(call));

        assertThat(engine.last(call).result().codes()).isEqualTo("200/7000");
        assertThat(engine.snapshot(call).participants())
                .extracting(participant -> participant.identifier())
                .containsExactly(CALLER, AGENT);

        engine.run(new PhoneHangsUp(AGENT));
        assertThat(engine.snapshot(call).state().wireName()).isEqualTo("disconnected");
    }

    @Test
    void anotherApplicationCanConnectToTheRunningCall() {
        String serverCallId = engine.snapshot(call).serverCallId();
        CallView view = engine.run(new ConnectCall(
                CallLocator.serverCall(serverCallId),
                EngineFixture.CALLBACK,
                "connect-context",
                "2026-03-12",
                MediaSetup.NONE));
        engine.settle();

        String guest = view.leg().id();
        assertThat(engine.events(guest)).containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0");
        assertThat(engine.lastRoster(guest)).containsExactly(CALLER, OUR_NUMBER);
        assertThat(engine.laterEvents(call)).isEmpty();

        engine.add(guest, AGENT);
        engine.settle();
        assertThat(engine.laterEvents(guest))
                .containsExactly("AddParticipantSucceeded 200/0", "ParticipantsUpdated 200/0");
        assertThat(engine.laterEvents(call)).containsExactly("ParticipantsUpdated 200/0");

        engine.run(new TerminateCall(call));
        assertThat(engine.laterEvents(guest)).endsWith("CallDisconnected 200/5001");
    }

    @Test
    void aConnectionThatComesTooLateFails() {
        String serverCallId = engine.snapshot(call).serverCallId();
        String guest = engine.run(new ConnectCall(
                        CallLocator.serverCall(serverCallId),
                        EngineFixture.CALLBACK,
                        null,
                        "2026-03-12",
                        MediaSetup.NONE))
                .leg()
                .id();

        engine.run(new TerminateCall(call));
        engine.settle();

        assertThat(engine.events(guest)).containsExactly("ConnectFailed 487/4501");
    }

    @Test
    void aParticipantMovesFromOneCallToAnother() {
        String other = engine.create(OTHER_AGENT);
        engine.settle();

        engine.run(new MoveParticipant(call, other, OTHER_AGENT, "move", null));

        assertThat(engine.laterEvents(call))
                .containsExactly("MoveParticipantSucceeded 200/0", "ParticipantsUpdated 200/0");
        assertThat(engine.lastRoster(call)).contains(OTHER_AGENT);
        assertThat(engine.laterEvents(other)).containsExactly("CallDisconnected 200/5010");
    }

    @Test
    void eventGridHearsOfTheCallAndItsUsers() {
        engine.add(call, AGENT);
        engine.settle();
        engine.run(new RemoveParticipant(call, AGENT, null, null));
        engine.run(new HangUp(call));

        assertThat(engine.gridEvents())
                .containsExactly(
                        "IncomingCall", "CallStarted", "CallParticipantAdded", "CallParticipantRemoved", "CallEnded");
    }

    @Test
    void phonesMeetInAGroupCallThatAnApplicationCanJoin() {
        Conference conference = new Conference(Conference.Kind.GROUP_CALL, "5a5ea6ab-0000-4000-8000-000000000001");
        assertThatThrownBy(() -> connect(conference))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8522"));
        String groupCall = engine.run(new PhoneJoins(AGENT, conference));
        assertThat(engine.run(new PhoneJoins(PHONE, conference))).isEqualTo(groupCall);

        String leg = connect(conference);
        engine.settle();
        engine.run(new PhoneHangsUp(PHONE));

        assertThat(engine.events(leg))
                .containsExactly("CallConnected 200/0", "ParticipantsUpdated 200/0", "ParticipantsUpdated 200/0");
        engine.run(new PhoneHangsUp(AGENT));
        assertThat(engine.events(leg)).endsWith("CallDisconnected 200/5010");
    }

    private String connect(Conference conference) {
        return engine.run(new ConnectCall(
                        CallLocator.conference(conference),
                        EngineFixture.CALLBACK,
                        null,
                        "2026-03-12",
                        MediaSetup.NONE))
                .leg()
                .id();
    }
}
