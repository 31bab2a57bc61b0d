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
        String guest = engine.run(new ConnectCall(
                        CallLocator.serverCall(engine.snapshot(call).serverCallId()),
                        EngineFixture.CALLBACK,
                        null,
                        "2026-03-12",
                        MediaSetup.NONE))
                .leg()
                .id();
        engine.settle();
        hold(null);

        assertThat(engine.last(call).type()).isEqualTo("ParticipantsUpdated");
        assertThat(held(call)).containsExactly(CALLER);
        assertThat(held(guest)).containsExactly(CALLER);
        assertThat(engine.notes(call)).contains("+15550001111: is put on hold");

        engine.run(new Unhold(call, CALLER));
        assertThat(held(call)).isEmpty();
        assertThat(held(guest)).isEmpty();
        assertThat(engine.snapshot(call).participants()).noneMatch(CallSnapshot.Participant::onHold);
    }

    @Test
    void whoIsHeldHearsTheMusicOnlyAndIsNotHeard() {
        engine.add(call, AGENT);
        engine.settle();
        hold(MUSIC);
        engine.run(new PlayMedia(
                call, List.of(), List.of(new PlaySource.Text("Only for the agent")), false, false, tag("play")));
        engine.settle();
        engine.run(new Recognize(
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
        engine.pass(Duration.ofSeconds(1));
        engine.run(new PhonePresses(CALLER, List.of(Tone.ONE)));
        engine.run(new PhoneSays(CALLER, new Utterance("hello?", 1)));
        engine.pass(Duration.ofSeconds(5));

        assertThat(engine.heardBy(CALLER)).containsExactly("https://files.example/music.wav");
        assertThat(engine.heardBy(AGENT)).containsExactly("Only for the agent");
        assertThat(engine.events(call)).endsWith("RecognizeFailed 400/8510");
        assertThat(engine.notes(call))
                .contains("+15550001111: presses 1, on hold", "+15550001111: says \"hello?\", on hold");
    }

    @Test
    void holdingTwiceAndTakingOffTwiceChangesNothingMore() {
        hold(null);
        hold(null);
        engine.run(new Unhold(call, CALLER));
        engine.run(new Unhold(call, CALLER));

        assertThat(engine.laterEvents(call)).containsExactly("ParticipantsUpdated 200/0", "ParticipantsUpdated 200/0");
    }

    @Test
    void musicThatCannotBePlayedFailsTheHold() {
        hold(file("https://files.example/readme.txt"));

        assertThat(engine.laterEvents(call)).containsExactly("HoldFailed 400/8535");
        assertThat(engine.last(call).operationContext()).isEqualTo("hold");
        assertThat(engine.snapshot(call).participants()).noneMatch(CallSnapshot.Participant::onHold);
    }

    @Test
    void musicOnThisComputerIsLookedAtFirst() {
        PlaySource local = file("http://localhost/music.wav");
        hold(local);
        assertThat(engine.laterEvents(call)).isEmpty();
        engine.fetched(new Sound.Unplayable(MediaResult.FILE_NOT_DOWNLOADED));
        assertThat(engine.laterEvents(call)).containsExactly("HoldFailed 400/8536");

        hold(local);
        engine.fetched(new Sound.Playable(Duration.ofSeconds(1)));
        assertThat(held(call)).containsExactly(CALLER);
    }

    @Test
    void musicThatComesWhenTheCallerHasGoneChangesNothing() {
        hold(file("http://localhost/music.wav"));
        engine.run(new PhoneHangsUp(CALLER));
        engine.fetched(new Sound.Playable(Duration.ofSeconds(1)));

        assertThat(engine.laterEvents(call)).containsExactly("CallDisconnected 200/5010");
    }

    @Test
    void unpublishedsAndTheApplicationItselfCannotBeHeld() {
        assertThatThrownBy(() -> engine.run(new Hold(call, AGENT, null, tag("hold"))))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8522"));
        assertThatThrownBy(() -> engine.run(new Hold(call, OUR_NUMBER, null, tag("hold"))))
                .hasMessageContaining("the application itself");
    }

    private void hold(PlaySource music) {
        engine.run(new Hold(call, CALLER, music, tag("hold")));
    }

    private List<Identifier> held(String leg) {
        List<?> parties = (List<?>) engine.last(leg).specific().get("participants");
        return parties.stream()
                .map(Party.class::cast)
                .filter(Party::onHold)
                .map(Party::identifier)
                .toList();
    }
}
