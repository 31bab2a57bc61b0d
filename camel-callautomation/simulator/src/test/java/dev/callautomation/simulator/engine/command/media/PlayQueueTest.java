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
        engine.pass(Duration.ofSeconds(10));

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
    void moreThanOneHundredOperationsAreRefusedUntilOneHasEnded() {
        for (int i = 0; i < 100; i++) {
            play("queued", MUSIC);
        }

        assertThatThrownBy(() -> play("too many", MUSIC)).isInstanceOfSatisfying(ServiceError.class, refused -> {
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("8516");
        });
        engine.run(new PlayMedia(call, List.of(), List.of(MUSIC), false, true, tag("interrupts")));
        play("second", MUSIC);
        engine.pass(Duration.ofSeconds(10));
        assertThat(contextsAndTypes())
                .endsWith("interrupts PlayCompleted", "second PlayStarted", "second PlayCompleted")
                .doesNotContain("too many PlayStarted");
    }

    @Test
    void anInterruptingPlayCancelsWhatIsRunningAndQueued() {
        play("first", MUSIC);
        play("second", MUSIC);
        engine.run(new PlayMedia(call, List.of(), List.of(MUSIC), false, true, tag("urgent")));

        assertThat(contextsAndTypes())
                .containsExactly(
                        "first PlayStarted", "first PlayCanceled", "second PlayCanceled", "urgent PlayStarted");
        engine.pass(Duration.ofSeconds(10));
        assertThat(contextsAndTypes()).endsWith("urgent PlayCompleted").hasSize(5);
    }

    @Test
    void aLoopPlaysUntilItIsCanceled() {
        engine.run(new PlayMedia(call, List.of(), List.of(MUSIC), true, false, tag("loop")));
        engine.pass(Duration.ofHours(1));
        assertThat(engine.laterEvents(call)).containsExactly("PlayStarted 200/0");

        engine.run(new CancelAllMedia(call));
        assertThat(engine.laterEvents(call)).containsExactly("PlayStarted 200/0", "PlayCanceled 400/8508");
    }

    @Test
    void aSecondPlayToAParticipantIsRefusedWhilePlayingToAllIsNot() {
        playTo("one", CALLER);

        assertThatThrownBy(() -> playTo("two", CALLER)).isInstanceOfSatisfying(ServiceError.class, error -> {
            assertThat(error.status()).isEqualTo(412);
            assertThat(error.code()).isEqualTo("8583");
        });
        play("three", MUSIC);
        engine.run(new PlayMedia(call, List.of(CALLER), List.of(MUSIC), false, true, tag("barges in")));
        engine.pass(Duration.ofSeconds(10));
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
        engine.run(new PhoneHangsUp(CALLER));
        engine.pass(Duration.ofMinutes(1));

        assertThat(engine.laterEvents(call))
                .containsExactly(
                        "PlayStarted 200/0",
                        "PlayCanceled 400/8508",
                        "PlayCanceled 400/8508",
                        "CallDisconnected 200/5010");
    }

    @Test
    void aParticipantWhoLeavesAGroupTakesItsPlayAlong() {
        engine.add(call, AGENT);
        engine.settle();
        playTo("whisper", AGENT);
        play("all", MUSIC);
        engine.run(new PhoneHangsUp(AGENT));

        assertThat(contextsAndTypes())
                .containsSubsequence("whisper PlayStarted", "whisper PlayFailed", "all PlayStarted");
        assertThat(engine.events(call)).contains("PlayFailed 400/8558");
    }

    @Test
    void twoApplicationsInACallHaveAQueueEach() {
        Identifier otherNumber = Identifier.of("+18005550199");
        engine.behaves(otherNumber, PhoneBehaviour.APPLICATION);
        String caller = engine.create(otherNumber);
        engine.answer(engine.contextOf(caller));
        String callee = engine.secondLeg(caller);
        for (String leg : List.of(caller, callee)) {
            engine.run(new PlayMedia(leg, List.of(), List.of(MUSIC), false, false, tag(leg)));
        }
        engine.run(new CancelAllMedia(caller));
        engine.pass(Duration.ofSeconds(3));

        assertThat(engine.laterEvents(caller)).containsExactly("PlayStarted 200/0", "PlayCanceled 400/8508");
        assertThat(engine.laterEvents(callee)).containsExactly("PlayStarted 200/0", "PlayCompleted 200/0");
        assertThat(engine.last(callee).operationContext()).isEqualTo(callee);
    }
}
