package dev.callautomation.simulator.engine.command.recording;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.engine.EngineFixture;
import dev.callautomation.simulator.engine.call.CallLocator;
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.call.MediaSetup;
import dev.callautomation.simulator.engine.command.call.AnswerCall;
import dev.callautomation.simulator.engine.command.call.TerminateCall;
import dev.callautomation.simulator.engine.command.media.Hold;
import dev.callautomation.simulator.engine.command.phone.PhonePresses;
import dev.callautomation.simulator.engine.command.stream.StartStream;
import dev.callautomation.simulator.engine.command.stream.StopStream;
import dev.callautomation.simulator.engine.command.stream.StreamConnected;
import dev.callautomation.simulator.engine.command.stream.StreamFailed;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.recording.Format;
import dev.callautomation.simulator.engine.recording.RecordedSound;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.engine.recording.RecordingSettings;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.engine.stream.Stream;
import dev.callautomation.simulator.engine.stream.StreamError;
import dev.callautomation.simulator.engine.stream.StreamKind;
import dev.callautomation.simulator.engine.stream.StreamSetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What recordings and streams do to a call, without files and connections. */
class RecordingAndStreamingTest {

    private static final RecordingSettings UNMIXED = new RecordingSettings(
            false, true, Format.WAV, Map.of(1, EngineFixture.CALLER), false, EngineFixture.CALLBACK, "2026-03-12");
    private static final StreamSetup AUDIO =
            new StreamSetup.Audio(URI.create("ws://localhost/"), true, false, false, 16_000, false);

    private final EngineFixture engine = new EngineFixture();

    @Test
    void aToneThatReachesIntoAPauseIsCut() {
        String call = engine.answered();
        String recording = engine.run(new StartRecording(locate(call), UNMIXED)).id();
        engine.pass(Duration.ofSeconds(1));
        engine.run(new PhonePresses(EngineFixture.CALLER, List.of(Tone.ONE, Tone.TWO)));
        engine.pass(Duration.ofMillis(100));
        engine.run(new PauseRecording(recording));
        engine.pass(Duration.ofMillis(250));
        engine.run(new ResumeRecording(recording));
        engine.pass(Duration.ofSeconds(1));

        assertThat(recording(recording).sounds())
                .extracting(sound -> sound.soundEvent().what() + " "
                        + sound.from().toMillis() + "-" + sound.to().toMillis())
                .containsExactly("1 1000-1100", "2 1100-1250");
    }

    @Test
    void participantsHaveTheirChannels() {
        String call = engine.answered();
        String recording = engine.run(new StartRecording(locate(call), UNMIXED)).id();
        engine.add(call, EngineFixture.AGENT);
        engine.settle();

        assertThat(recording(recording).channels())
                .containsEntry(0, EngineFixture.OUR_NUMBER)
                .containsEntry(1, EngineFixture.CALLER)
                .containsEntry(2, EngineFixture.AGENT);
    }

    @Test
    void theEndOfTheCallEndsItsRecordingAndHandsOutTheFile() {
        String call = engine.answered();
        String recording = engine.run(new StartRecording(locate(call), UNMIXED)).id();
        engine.pass(Duration.ofSeconds(2));
        engine.run(new TerminateCall(call));
        engine.settle();

        Recording ended = recording(recording);
        assertThat(ended.endReason()).isEqualTo("CallEnded");
        assertThat(ended.length(ended.endedAt())).isEqualTo(Duration.ofSeconds(2));
        assertThat(engine.effects(Effect.FileReady.class)).hasSize(1);
        assertThatThrownBy(() -> engine.run(new GetRecording(recording)))
                .isInstanceOf(ServiceError.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void aRecordingThatBeginsTooLateFails() {
        String call = engine.answered();
        String recording = engine.run(new StartRecordingOfLeg(call, UNMIXED)).id();
        engine.run(new TerminateCall(call));
        engine.settle();

        assertThat(engine.events(call)).contains("StartRecordingFailed 404/8522");
        assertThatThrownBy(() -> engine.run(new GetRecording(recording)))
                .isInstanceOf(ServiceError.class)
                .hasMessage("Recording not found.");
    }

    @Test
    void aStreamOpensWithTheCallAndClosesWithIt() {
        String call = streamed();
        Effect.OpenStream order = engine.effects(Effect.OpenStream.class).get(0);
        engine.run(new StreamConnected(call, order.stream()));
        engine.run(new TerminateCall(call));

        assertThat(engine.effects(Effect.CloseStream.class))
                .extracting(Effect.CloseStream::streamId)
                .containsExactly(order.stream().id());
        assertThat(engine.laterEvents(call))
                .containsExactly("MediaStreamingStarted 200/0", "CallDisconnected 200/7000");
    }

    @Test
    void newsOfAConnectionThatWasGivenUpChangeNothing() {
        String call = streamed();
        Stream first = engine.effects(Effect.OpenStream.class).get(0).stream();
        engine.run(new StopStream(call, StreamKind.AUDIO, new OperationTag(null, null)));
        engine.run(new StartStream(call, StreamKind.AUDIO, null, null, new OperationTag("again", null)));

        engine.run(new StreamFailed(call, first, StreamError.NOT_CONNECTED));
        engine.run(new StreamConnected(call, first));

        assertThat(engine.laterEvents(call)).containsExactly("MediaStreamingStopped 200/0");
        assertThat(engine.effects(Effect.OpenStream.class)).hasSize(2);
    }

    @Test
    void whoIsMutedOrOnHoldIsNeitherRecordedNorStreamed() {
        String call = engine.answered();
        String recording = engine.run(new StartRecording(locate(call), UNMIXED)).id();
        engine.run(new Hold(call, EngineFixture.CALLER, null, new OperationTag(null, null)));
        engine.run(new PhonePresses(EngineFixture.CALLER, List.of(Tone.ONE)));

        assertThat(recording(recording).sounds())
                .extracting(RecordedSound::soundEvent)
                .isEmpty();
        assertThat(engine.effects(Effect.Sounds.class)).isEmpty();
    }

    private String streamed() {
        String call = engine.ring();
        engine.run(new AnswerCall(
                engine.contextOf(call),
                EngineFixture.CALLBACK,
                null,
                null,
                "2026-03-12",
                new MediaSetup(false, List.of(AUDIO))));
        engine.settle();
        return call;
    }

    private CallLocator locate(String call) {
        return CallLocator.serverCall(engine.snapshot(call).serverCallId());
    }

    private Recording recording(String id) {
        return engine.look(directory -> directory.recording(id)).orElseThrow();
    }
}
