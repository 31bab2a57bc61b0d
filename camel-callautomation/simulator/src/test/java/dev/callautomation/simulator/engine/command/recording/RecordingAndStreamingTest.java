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

    private final EngineFixture world = new EngineFixture();

    @Test
    void aToneThatReachesIntoAPauseIsCut() {
        String call = world.answered();
        String recording = world.run(new StartRecording(locate(call), UNMIXED)).id();
        world.pass(Duration.ofSeconds(1));
        world.run(new PhonePresses(EngineFixture.CALLER, List.of(Tone.ONE, Tone.TWO)));
        world.pass(Duration.ofMillis(100));
        world.run(new PauseRecording(recording));
        world.pass(Duration.ofMillis(250));
        world.run(new ResumeRecording(recording));
        world.pass(Duration.ofSeconds(1));

        assertThat(recording(recording).sounds())
                .extracting(sound -> sound.soundEvent().what() + " "
                        + sound.from().toMillis() + "-" + sound.to().toMillis())
                .containsExactly("1 1000-1100", "2 1100-1250");
    }

    @Test
    void participantsHaveTheirChannels() {
        String call = world.answered();
        String recording = world.run(new StartRecording(locate(call), UNMIXED)).id();
        world.add(call, EngineFixture.AGENT);
        world.settle();

        assertThat(recording(recording).channels())
                .containsEntry(0, EngineFixture.OUR_NUMBER)
                .containsEntry(1, EngineFixture.CALLER)
                .containsEntry(2, EngineFixture.AGENT);
    }

    @Test
    void theEndOfTheCallEndsItsRecordingAndHandsOutTheFile() {
        String call = world.answered();
        String recording = world.run(new StartRecording(locate(call), UNMIXED)).id();
        world.pass(Duration.ofSeconds(2));
        world.run(new TerminateCall(call));
        world.settle();

        Recording ended = recording(recording);
        assertThat(ended.endReason()).isEqualTo("CallEnded");
        assertThat(ended.length(ended.endedAt())).isEqualTo(Duration.ofSeconds(2));
        assertThat(world.effects(Effect.FileReady.class)).hasSize(1);
        assertThatThrownBy(() -> world.run(new GetRecording(recording)))
                .isInstanceOf(ServiceError.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void aRecordingThatBeginsTooLateFails() {
        String call = world.answered();
        String recording = world.run(new StartRecordingOfLeg(call, UNMIXED)).id();
        world.run(new TerminateCall(call));
        world.settle();

        assertThat(world.events(call)).contains("StartRecordingFailed 404/8522");
        assertThatThrownBy(() -> world.run(new GetRecording(recording)))
                .isInstanceOf(ServiceError.class)
                .hasMessage("Recording not found.");
    }

    @Test
    void aStreamOpensWithTheCallAndClosesWithIt() {
        String call = streamed();
        Effect.OpenStream order = world.effects(Effect.OpenStream.class).get(0);
        world.run(new StreamConnected(call, order.stream()));
        world.run(new TerminateCall(call));

        assertThat(world.effects(Effect.CloseStream.class))
                .extracting(Effect.CloseStream::streamId)
                .containsExactly(order.stream().id());
        assertThat(world.laterEvents(call)).containsExactly("MediaStreamingStarted 200/0", "CallDisconnected 200/7000");
    }

    @Test
    void newsOfAConnectionThatWasGivenUpChangeNothing() {
        String call = streamed();
        Stream first = world.effects(Effect.OpenStream.class).get(0).stream();
        world.run(new StopStream(call, StreamKind.AUDIO, new OperationTag(null, null)));
        world.run(new StartStream(call, StreamKind.AUDIO, null, null, new OperationTag("again", null)));

        world.run(new StreamFailed(call, first, StreamError.NOT_CONNECTED));
        world.run(new StreamConnected(call, first));

        assertThat(world.laterEvents(call)).containsExactly("MediaStreamingStopped 200/0");
        assertThat(world.effects(Effect.OpenStream.class)).hasSize(2);
    }

    @Test
    void whoIsMutedOrOnHoldIsNeitherRecordedNorStreamed() {
        String call = world.answered();
        String recording = world.run(new StartRecording(locate(call), UNMIXED)).id();
        world.run(new Hold(call, EngineFixture.CALLER, null, new OperationTag(null, null)));
        world.run(new PhonePresses(EngineFixture.CALLER, List.of(Tone.ONE)));

        assertThat(recording(recording).sounds())
                .extracting(RecordedSound::soundEvent)
                .isEmpty();
        assertThat(world.effects(Effect.Sounds.class)).isEmpty();
    }

    private String streamed() {
        String call = world.ring();
        world.run(new AnswerCall(
                world.contextOf(call),
                EngineFixture.CALLBACK,
                null,
                null,
                "2026-03-12",
                new MediaSetup(false, List.of(AUDIO))));
        world.settle();
        return call;
    }

    private CallLocator locate(String call) {
        return CallLocator.serverCall(world.snapshot(call).serverCallId());
    }

    private Recording recording(String id) {
        return world.look(directory -> directory.recording(id)).orElseThrow();
    }
}
