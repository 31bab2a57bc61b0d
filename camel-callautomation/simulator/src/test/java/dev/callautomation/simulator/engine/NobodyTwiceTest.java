package dev.callautomation.simulator.engine;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whatever brings somebody into a call, nobody gets into it twice. */
class NobodyTwiceTest {

    private static final Meeting ROOM = new Meeting(Meeting.Kind.ROOM, "room");

    private final World world = new World();

    @Test
    void whoIsBeingInvitedCannotBeTheTargetOfATransfer() {
        String call = world.answered();
        world.add(call, World.AGENT);

        assertConflict(() -> world.transfer(call, World.AGENT, World.CALLER));
        world.settle();

        assertThat(world.lastRoster(call)).containsExactly(World.CALLER, World.OUR_NUMBER, World.AGENT);
    }

    @Test
    void aCallIsNotRedirectedToSomebodyItRingsAlready() {
        world.behaves(World.OTHER_AGENT, PhoneBehaviour.APPLICATION);
        String call = world.create(World.OTHER_AGENT, World.AGENT);

        assertConflict(() -> world.run(new RedirectCall(world.contextOf(call), World.AGENT)));
    }

    @Test
    void whoIsInTheCallIsNotMovedIntoIt() {
        String here = world.answered();
        String there = world.answered();

        assertConflict(() -> world.run(new MoveParticipant(here, there, World.CALLER, null, null)));
    }

    @Test
    void anApplicationDoesNotCallItself() {
        assertThatThrownBy(() -> world.run(new CreateCall(
                        List.of(World.AGENT),
                        World.AGENT,
                        null,
                        null,
                        World.CALLBACK,
                        null,
                        "2026-03-12",
                        MediaSetup.NONE)))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8523"))
                .hasMessageContaining("targets names the source");
    }

    @Test
    void aPhoneThatRingsInARoomAnswersInsteadOfJoining() {
        world.run(new PhoneJoins(World.CALLER, ROOM));
        String leg = world.run(
                        new ConnectCall(CallLocator.meeting(ROOM), World.CALLBACK, null, "2026-03-12", MediaSetup.NONE))
                .leg()
                .id();
        world.settle();
        world.add(leg, World.AGENT);

        assertThatThrownBy(() -> world.run(new PhoneJoins(World.AGENT, ROOM)))
                .isInstanceOf(ServiceError.class)
                .hasMessageContaining("answer instead");
    }

    private static void assertConflict(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ServiceError.class, error -> assertThat(error.code())
                .isEqualTo("8519"));
    }
}
