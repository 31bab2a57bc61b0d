package dev.callautomation.simulator.engine.command.media;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.engine.command.phone.PhoneHangsUp;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static dev.callautomation.simulator.engine.EngineFixture.AGENT;
import static dev.callautomation.simulator.engine.EngineFixture.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlayQueueTest extends MediaScenario {

    @Test
    void playsAreQueuedInOrder() {
        play("first", MUSIC);
        play("second", MUSIC);
        play("third", file("https://files.example/readme.txt"));
        play("fourth", MUSIC);
        world.pass(Duration.ofSeconds(10));

        assertThat(contextsAndTypes())
                .containsExactly(
                        "first PlayStarted",
                        "first PlayCompleted",
                        "second PlayStarted",
                        "second PlayCompleted",
                        "third PlayFailed",
                        "fourth PlayStarted",
                        "fourth PlayCompleted");
    }

    @Test
    void anInterruptingPlayCancelsWhatIsRunningAndQueued() {
        play("first", MUSIC);
        play("second", MUSIC);
        world.run(new PlayMedia(call, List.of(), List.of(MUSIC), false, true, tag("urgent")));

        assertThat(contextsAndTypes())
                .containsExactly(
                        "first PlayStarted", "first PlayCanceled", "second PlayCanceled", "urgent PlayStarted");
        world.pass(Duration.ofSeconds(10));
        assertThat(contextsAndTypes()).endsWith("urgent PlayCompleted").hasSize(5);
    }

    @Test
    void aLoopPlaysUntilItIsCancelled() {
        world.run(new PlayMedia(call, List.of(), List.of(MUSIC), true, false, tag("loop")));
        world.pass(Duration.ofHours(1));
        assertThat(world.laterEvents(call)).containsExactly("PlayStarted 200/0");

        world.run(new CancelAllMedia(call));
        assertThat(world.laterEvents(call)).containsExactly("PlayStarted 200/0", "PlayCanceled 400/8508");
    }

    @Test
    void aSecondPlayToAParticipantIsRefusedWhilePlayingToAllIsNot() {
        playTo("one", CALLER);

        assertThatThrownBy(() -> playTo("two", CALLER)).isInstanceOfSatisfying(ServiceError.class, error -> {
            assertThat(error.status()).isEqualTo(412);
            assertThat(error.code()).isEqualTo("8583");
        });
        play("three", MUSIC);
        world.run(new PlayMedia(call, List.of(CALLER), List.of(MUSIC), false, true, tag("barges in")));
        world.pass(Duration.ofSeconds(10));
        playTo("afterwards", CALLER);

        assertThat(contextsAndTypes())
                .containsExactly(
                        "one PlayStarted",
                        "one PlayCanceled",
                        "three PlayCanceled",
                        "barges in PlayStarted",
                        "barges in PlayCompleted",
                        "afterwards PlayStarted");
    }

    @Test
    void theEndOfTheCallCancelsWhatIsPlayingAndWaiting() {
        play("running", MUSIC);
        play("waiting", MUSIC);
        world.run(new PhoneHangsUp(CALLER));
        world.pass(Duration.ofMinutes(1));

        assertThat(world.laterEvents(call))
                .containsExactly(
                        "PlayStarted 200/0",
                        "PlayCanceled 400/8508",
                        "PlayCanceled 400/8508",
                        "CallDisconnected 200/5010");
    }

    @Test
    void aParticipantWhoLeavesAGroupTakesItsPlayAlong() {
        world.add(call, AGENT);
        world.settle();
        playTo("whisper", AGENT);
        play("all", MUSIC);
        world.run(new PhoneHangsUp(AGENT));

        assertThat(contextsAndTypes())
                .containsSubsequence("whisper PlayStarted", "whisper PlayFailed", "all PlayStarted");
        assertThat(world.events(call)).contains("PlayFailed 400/8558");
    }

    @Test
    void twoApplicationsInACallHaveAQueueEach() {
        Identifier otherNumber = Identifier.of("+18005550199");
        world.behaves(otherNumber, PhoneBehaviour.APPLICATION);
        String caller = world.create(otherNumber);
        world.answer(world.contextOf(caller));
        String callee = world.secondLeg(caller);
        for (String leg : List.of(caller, callee)) {
            world.run(new PlayMedia(leg, List.of(), List.of(MUSIC), false, false, tag(leg)));
        }
        world.run(new CancelAllMedia(caller));
        world.pass(Duration.ofSeconds(3));

        assertThat(world.laterEvents(caller)).containsExactly("PlayStarted 200/0", "PlayCanceled 400/8508");
        assertThat(world.laterEvents(callee)).containsExactly("PlayStarted 200/0", "PlayCompleted 200/0");
        assertThat(world.last(callee).operationContext()).isEqualTo(callee);
    }
}
