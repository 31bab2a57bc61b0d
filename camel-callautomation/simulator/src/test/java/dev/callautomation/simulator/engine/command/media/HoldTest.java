package dev.callautomation.simulator.engine.command.media;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.engine.EngineFixture;
import dev.callautomation.simulator.engine.call.CallLocator;
import dev.callautomation.simulator.engine.call.MediaSetup;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.command.call.ConnectCall;
import dev.callautomation.simulator.engine.command.phone.PhoneHangsUp;
import dev.callautomation.simulator.engine.command.phone.PhonePresses;
import dev.callautomation.simulator.engine.command.phone.PhoneSays;
import dev.callautomation.simulator.engine.media.Listening;
import dev.callautomation.simulator.engine.media.MediaResult;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.media.Sound;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.Identifier;

import static dev.callautomation.simulator.engine.EngineFixture.AGENT;
import static dev.callautomation.simulator.engine.EngineFixture.CALLER;
import static dev.callautomation.simulator.engine.EngineFixture.OUR_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HoldTest extends MediaScenario {

    @Test
    void everyConnectionHearsWhoIsHeldAndWhoNoLonger() {
        String guest = world.run(new ConnectCall(
                        CallLocator.serverCall(world.snapshot(call).serverCallId()),
                        EngineFixture.CALLBACK,
                        null,
                        "2026-03-12",
                        MediaSetup.NONE))
                .leg()
                .id();
        world.settle();
        hold(null);

        assertThat(world.last(call).type()).isEqualTo("ParticipantsUpdated");
        assertThat(held(call)).containsExactly(CALLER);
        assertThat(held(guest)).containsExactly(CALLER);
        assertThat(world.notes(call)).contains("+15550001111: is put on hold");

        world.run(new Unhold(call, CALLER));
        assertThat(held(call)).isEmpty();
        assertThat(held(guest)).isEmpty();
        assertThat(world.snapshot(call).participants()).noneMatch(CallSnapshot.Participant::onHold);
    }

    @Test
    void whoIsHeldHearsTheMusicOnlyAndIsNotHeard() {
        world.add(call, AGENT);
        world.settle();
        hold(MUSIC);
        world.run(new PlayMedia(
                call, List.of(), List.of(new PlaySource.Text("Only for the agent")), false, false, tag("play")));
        world.settle();
        world.run(new Recognize(
                call,
                CALLER,
                List.of(),
                true,
                Duration.ofSeconds(5),
                new Listening.Collecting(Duration.ofSeconds(2), 1, List.of()),
                List.of(),
                Duration.ofMillis(500),
                false,
                tag("ask")));
        world.pass(Duration.ofSeconds(1));
        world.run(new PhonePresses(CALLER, List.of(Tone.ONE)));
        world.run(new PhoneSays(CALLER, new Utterance("hello?", 1)));
        world.pass(Duration.ofSeconds(5));

        assertThat(world.heardBy(CALLER)).containsExactly("https://files.example/music.wav");
        assertThat(world.heardBy(AGENT)).containsExactly("Only for the agent");
        assertThat(world.events(call)).endsWith("RecognizeFailed 400/8510");
        assertThat(world.notes(call))
                .contains("+15550001111: presses 1, on hold", "+15550001111: says \"hello?\", on hold");
    }

    @Test
    void holdingTwiceAndTakingOffTwiceChangesNothingMore() {
        hold(null);
        hold(null);
        world.run(new Unhold(call, CALLER));
        world.run(new Unhold(call, CALLER));

        assertThat(world.laterEvents(call)).containsExactly("ParticipantsUpdated 200/0", "ParticipantsUpdated 200/0");
    }

    @Test
    void musicThatCannotBePlayedFailsTheHold() {
        hold(file("https://files.example/readme.txt"));

        assertThat(world.laterEvents(call)).containsExactly("HoldFailed 400/8535");
        assertThat(world.last(call).operationContext()).isEqualTo("hold");
        assertThat(world.snapshot(call).participants()).noneMatch(CallSnapshot.Participant::onHold);
    }

    @Test
    void musicOnThisComputerIsLookedAtFirst() {
        PlaySource local = file("http://localhost/music.wav");
        hold(local);
        assertThat(world.laterEvents(call)).isEmpty();
        world.fetched(new Sound.Unplayable(MediaResult.FILE_NOT_DOWNLOADED));
        assertThat(world.laterEvents(call)).containsExactly("HoldFailed 400/8536");

        hold(local);
        world.fetched(new Sound.Playable(Duration.ofSeconds(1)));
        assertThat(held(call)).containsExactly(CALLER);
    }

    @Test
    void musicThatComesWhenTheCallerHasGoneChangesNothing() {
        hold(file("http://localhost/music.wav"));
        world.run(new PhoneHangsUp(CALLER));
        world.fetched(new Sound.Playable(Duration.ofSeconds(1)));

        assertThat(world.laterEvents(call)).containsExactly("CallDisconnected 200/5010");
    }

    @Test
    void strangersAndTheApplicationItselfCannotBeHeld() {
        assertThatThrownBy(() -> world.run(new Hold(call, AGENT, null, tag("hold"))))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8522"));
        assertThatThrownBy(() -> world.run(new Hold(call, OUR_NUMBER, null, tag("hold"))))
                .hasMessageContaining("the application itself");
    }

    private void hold(PlaySource music) {
        world.run(new Hold(call, CALLER, music, tag("hold")));
    }

    private List<Identifier> held(String leg) {
        List<?> parties = (List<?>) world.last(leg).specific().get("participants");
        return parties.stream()
                .map(Party.class::cast)
                .filter(Party::onHold)
                .map(Party::identifier)
                .toList();
    }
}
