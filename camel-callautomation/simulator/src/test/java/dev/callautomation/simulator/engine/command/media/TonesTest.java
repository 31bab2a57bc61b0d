package dev.callautomation.simulator.engine.command.media;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.engine.EngineFixture;
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.command.phone.PhoneHangsUp;
import dev.callautomation.simulator.engine.command.phone.PhonePresses;
import dev.callautomation.simulator.engine.media.Listening;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static dev.callautomation.simulator.engine.EngineFixture.AGENT;
import static dev.callautomation.simulator.engine.EngineFixture.CALLER;
import static dev.callautomation.simulator.engine.EngineFixture.OUR_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TonesTest extends MediaScenario {

    private static final Identifier OTHER_NUMBER = Identifier.of("+18005550199");

    @Test
    void everyKeyOfTheTargetIsToldWithAGrowingNumber() {
        watch(CALLER);
        engine.run(new PhonePresses(CALLER, Tone.sequence("1*")));
        engine.run(new PhonePresses(CALLER, Tone.sequence("pound")));

        assertThat(engine.callbacks(call).stream()
                        .filter(event -> event.type().equals("ContinuousDtmfRecognitionToneReceived"))
                        .map(Effect.Callback::specific))
                .containsExactly(
                        Map.of("sequenceId", 1, "tone", "one"),
                        Map.of("sequenceId", 2, "tone", "asterisk"),
                        Map.of("sequenceId", 3, "tone", "pound"));
        assertThat(engine.last(call).operationContext()).isEqualTo("start");
    }

    @Test
    void nothingIsToldAfterStopping() {
        watch(null);
        engine.run(new StopContinuousDtmf(call, null, new OperationTag("stop", null)));
        engine.run(new PhonePresses(CALLER, List.of(Tone.ONE)));

        assertThat(engine.laterEvents(call)).containsExactly("ContinuousDtmfRecognitionStopped 200/0");
        assertThat(engine.last(call).operationContext()).isEqualTo("stop");
    }

    @Test
    void recognitionAndEverythingElseGoOnBesideIt() {
        watch(CALLER);
        engine.run(new PlayMedia(
                call, List.of(CALLER), List.of(new PlaySource.Text("Welcome")), false, false, tag("play")));
        engine.pass(Duration.ofSeconds(1));
        engine.run(new Recognize(
                call,
                CALLER,
                List.of(),
                true,
                Duration.ofSeconds(5),
                new Listening.Collecting(Duration.ofSeconds(2), 1, List.of()),
                List.of(),
                null,
                false,
                tag("ask")));
        engine.run(new PhonePresses(CALLER, List.of(Tone.NINE)));

        assertThat(engine.laterEvents(call))
                .containsExactly(
                        "PlayStarted 200/0",
                        "PlayCompleted 200/0",
                        "ContinuousDtmfRecognitionToneReceived 200/0",
                        "RecognizeCompleted 200/8531");
    }

    @Test
    void itDoesNotBeginBesideAPlayToAParticipant() {
        PlaySource welcome = new PlaySource.Text("Welcome");
        engine.run(new PlayMedia(call, List.of(), List.of(welcome), false, false, tag("to all")));
        watch(CALLER);
        engine.run(new PlayMedia(call, List.of(CALLER), List.of(welcome), false, false, tag("to one")));

        assertThatThrownBy(() -> watch(CALLER))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8583"));
    }

    @Test
    void itStopsWhenTheTargetLeavesOrTheCallEnds() {
        engine.add(call, AGENT);
        engine.settle();
        watch(AGENT);
        watch(CALLER);
        engine.run(new PhoneHangsUp(AGENT));
        assertThat(engine.events(call)).containsOnlyOnce("ContinuousDtmfRecognitionStopped 200/0");

        engine.run(new PhoneHangsUp(CALLER));
        assertThat(engine.events(call)).endsWith("ContinuousDtmfRecognitionStopped 200/0", "CallDisconnected 200/5010");
    }

    @Test
    void sentTonesAreHeardByThePhone() {
        send(CALLER, "12#");
        assertThat(engine.laterEvents(call)).isEmpty();
        engine.settle();

        assertThat(engine.laterEvents(call)).containsExactly("SendDtmfTonesCompleted 200/0");
        assertThat(engine.last(call).operationContext()).isEqualTo("send");
        assertThat(engine.heardBy(CALLER)).containsExactly("12#");
        assertThat(engine.notes(call)).contains("+15550001111: hears tones 12#");
    }

    @Test
    void sentTonesReachAnApplicationThatAnsweredTheOtherEnd() {
        engine.behaves(OTHER_NUMBER, PhoneBehaviour.APPLICATION);
        String caller = engine.create(OTHER_NUMBER);
        engine.answer(engine.contextOf(caller));
        String callee = engine.secondLeg(caller);
        engine.run(new StartContinuousDtmf(callee, null, tag("listen")));
        engine.run(new SendDtmfTones(caller, OTHER_NUMBER, Tone.sequence("42"), tag("send")));
        engine.settle();

        assertThat(engine.laterEvents(callee))
                .containsExactly(
                        "ContinuousDtmfRecognitionToneReceived 200/0", "ContinuousDtmfRecognitionToneReceived 200/0");
        assertThat(engine.last(callee).specific()).isEqualTo(Map.of("sequenceId", 2, "tone", "two"));
        assertThat(engine.laterEvents(caller)).containsExactly("SendDtmfTonesCompleted 200/0");
    }

    @Test
    void tonesAreSentToOneTelephoneAtATimeOnly() {
        send(CALLER, "1");
        assertThatThrownBy(() -> send(CALLER, "2"))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("8583"));
        engine.settle();
        engine.add(call, AGENT);
        engine.settle();

        assertThatThrownBy(() -> send(AGENT, "1")).hasMessageContaining("must be a phone number");
        assertThatThrownBy(() -> send(EngineFixture.PHONE, "1")).hasMessageContaining("Participant not found");
    }

    @Test
    void sendingIsCanceledWithTheRest() {
        send(CALLER, "123");
        engine.run(new CancelAllMedia(call));
        engine.settle();

        assertThat(engine.laterEvents(call)).containsExactly("SendDtmfTonesFailed 400/8508");
        assertThat(engine.heardBy(CALLER)).isEmpty();
    }

    @Test
    void eventsGoWhereTheirOperationSays() {
        URI once = URI.create("https://app.example/once");
        engine.run(new StartContinuousDtmf(call, CALLER, new OperationTag("start", once)));
        engine.run(new PhonePresses(CALLER, List.of(Tone.ONE)));
        assertThat(engine.last(call).destination()).isEqualTo(once);

        engine.run(new StopContinuousDtmf(call, CALLER, tag("stop")));
        assertThat(engine.last(call).destination()).isEqualTo(EngineFixture.CALLBACK);
    }

    @Test
    void nobodyToListenToOrToSendToIsRefused() {
        assertThatThrownBy(() -> watch(AGENT)).hasMessageContaining("Participant not found");
        engine.add(call, AGENT);
        engine.settle();
        assertThatThrownBy(() -> watch(null)).hasMessageContaining("targetParticipant is required");
        assertThatThrownBy(() -> engine.run(new StopContinuousDtmf("none", OUR_NUMBER, tag("stop"))))
                .hasMessageContaining("Call not found");
    }

    private void watch(Identifier who) {
        engine.run(new StartContinuousDtmf(call, who, tag("start")));
    }

    private void send(Identifier who, String keys) {
        engine.run(new SendDtmfTones(call, who, Tone.sequence(keys), tag("send")));
    }
}
