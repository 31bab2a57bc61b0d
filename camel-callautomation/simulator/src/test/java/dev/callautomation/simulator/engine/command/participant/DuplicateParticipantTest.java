package dev.callautomation.simulator.engine.command.participant;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.engine.EngineFixture;
import dev.callautomation.simulator.engine.call.CallLocator;
import dev.callautomation.simulator.engine.call.Conference;
import dev.callautomation.simulator.engine.call.MediaSetup;
import dev.callautomation.simulator.engine.command.call.ConnectCall;
import dev.callautomation.simulator.engine.command.call.CreateCall;
import dev.callautomation.simulator.engine.command.call.RedirectCall;
import dev.callautomation.simulator.engine.command.phone.PhoneJoins;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A participant cannot be in a call twice, however it is added. */
class DuplicateParticipantTest {

    private static final Conference ROOM = new Conference(Conference.Kind.ROOM, "room");

    private final EngineFixture engine = new EngineFixture();

    @Test
    void whoIsBeingInvitedCannotBeTheTargetOfATransfer() {
        String call = engine.answered();
        engine.add(call, EngineFixture.AGENT);

        assertConflict(() -> engine.transfer(call, EngineFixture.AGENT, EngineFixture.CALLER));
        engine.settle();

        assertThat(engine.lastRoster(call))
                .containsExactly(EngineFixture.CALLER, EngineFixture.OUR_NUMBER, EngineFixture.AGENT);
    }

    @Test
    void aCallIsNotRedirectedToATargetThatRingsAlready() {
        engine.behaves(EngineFixture.OTHER_AGENT, PhoneBehaviour.APPLICATION);
        String call = engine.create(EngineFixture.OTHER_AGENT, EngineFixture.AGENT);

        assertConflict(() -> engine.run(new RedirectCall(engine.contextOf(call), EngineFixture.AGENT)));
    }

    @Test
    void whoIsInTheCallIsNotMovedIntoIt() {
        String here = engine.answered();
        String there = engine.answered();

        assertConflict(() -> engine.run(new MoveParticipant(here, there, EngineFixture.CALLER, null, null)));
    }

    @Test
    void anApplicationDoesNotCallItself() {
        assertThatThrownBy(() -> engine.run(new CreateCall(
                        List.of(EngineFixture.AGENT),
                        EngineFixture.AGENT,
                        null,
                        null,
                        EngineFixture.CALLBACK,
                        null,
                        "2026-03-12",
                        MediaSetup.NONE)))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8523"))
                .hasMessageContaining("targets names the source");
    }

    @Test
    void aPhoneThatRingsInARoomAnswersInsteadOfJoining() {
        engine.run(new PhoneJoins(EngineFixture.CALLER, ROOM));
        String leg = engine.run(new ConnectCall(
                        CallLocator.conference(ROOM), EngineFixture.CALLBACK, null, "2026-03-12", MediaSetup.NONE))
                .leg()
                .id();
        engine.settle();
        engine.add(leg, EngineFixture.AGENT);

        assertThatThrownBy(() -> engine.run(new PhoneJoins(EngineFixture.AGENT, ROOM)))
                .isInstanceOf(ServiceError.class)
                .hasMessageContaining("answer instead");
    }

    private static void assertConflict(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ServiceError.class, error -> assertThat(error.code())
                .isEqualTo("8519"));
    }
}
