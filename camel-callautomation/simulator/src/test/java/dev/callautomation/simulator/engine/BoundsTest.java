package dev.callautomation.simulator.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.engine.call.CallLocator;
import dev.callautomation.simulator.engine.command.call.HangUp;
import dev.callautomation.simulator.engine.command.media.PlayMedia;
import dev.callautomation.simulator.engine.command.recording.PauseRecording;
import dev.callautomation.simulator.engine.command.recording.ResumeRecording;
import dev.callautomation.simulator.engine.command.recording.StartRecording;
import dev.callautomation.simulator.engine.command.recording.StopRecording;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.recording.Format;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.engine.recording.RecordingSettings;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;

import static dev.callautomation.simulator.engine.EngineFixture.CALLS;
import static dev.callautomation.simulator.engine.EngineFixture.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What grows with the use of a simulator has an end. */
class BoundsTest {

    private static final RecordingSettings SETTINGS =
            new RecordingSettings(false, false, Format.WAV, Map.of(), false, null, "2026-03-12");

    private final EngineFixture engine = new EngineFixture();

    @Test
    void anotherCallIsRefusedUntilOneHasEnded() {
        String first = engine.create(PHONE);
        IntStream.range(1, CALLS).forEach(i -> engine.create(PHONE));
        engine.settle();

        assertRefused(() -> engine.create(PHONE), 429, "8530");
        engine.run(new HangUp(first));
        String another = engine.create(PHONE);
        assertThat(engine.snapshot(another)).isNotNull();
        assertRefused(() -> engine.create(PHONE), 429, "8530");
    }

    @Test
    void theOldestEndedCallIsForgottenWithAllItsIds() {
        String first = engine.ring();
        String context = engine.contextOf(first);
        engine.answer(context);
        engine.run(new HangUp(first));
        String oldestKept = endedCall();
        IntStream.range(1, CALLS).forEach(i -> endedCall());

        assertThat(engine.all()).hasSize(CALLS);
        Optional<String> byId = engine.look(directory -> directory.callIdOf(first));
        Optional<String> byContext = engine.look(directory -> directory.callIdOfContext(context));
        Optional<String> kept = engine.look(directory -> directory.callIdOf(oldestKept));
        assertThat(byId).isEmpty();
        assertThat(byContext).isEmpty();
        assertThat(kept).contains(oldestKept);
    }

    @Test
    void aCallHasAtMostOneHundredRecordings() {
        String call = engine.answered();
        for (int i = 0; i < 100; i++) {
            engine.run(new StopRecording(record(call).id()));
        }

        assertRefused(() -> record(call), 429, "8589", "100 recordings");
    }

    @Test
    void aRecordingIsPausedAtMostOneThousandTimes() {
        String recording = record(engine.answered()).id();
        for (int i = 1; i < 1_000; i++) {
            engine.run(new PauseRecording(recording));
            engine.run(new ResumeRecording(recording));
        }
        engine.run(new PauseRecording(recording));

        assertRefused(() -> engine.run(new ResumeRecording(recording)), 429, "8589", "1000 pauses");
        engine.run(new StopRecording(recording));
    }

    @Test
    void aCallHasAtMostThreeHundredAndFiftyParticipants() {
        String call = engine.answered();
        IntStream.range(0, 348).forEach(i -> engine.add(call, Identifier.of("+1425555%04d".formatted(i))));

        assertRefused(() -> engine.add(call, PHONE), 400, "8523");
    }

    @Test
    void textsOfPromptsThatPlayOrWaitAreBoundedOverAllCalls() {
        List<String> calls = List.of(engine.answered(), engine.answered());
        String third = "x".repeat((int) (EngineFixture.MEDIA_BYTES / 2 / 3 - 100));
        calls.forEach(call -> play(call, third, false));
        play(calls.get(0), third, false);

        assertRefused(() -> play(calls.get(1), third, false), 429, "8516", "1 MB");
        assertRefused(() -> play(engine.answered(), third, false), 429, "8516", "1 MB");
        // what it cancels makes room for it
        play(calls.get(1), third, true);
        engine.run(new HangUp(calls.get(1)));
        play(calls.get(0), third, false);
        engine.pass(Duration.ofDays(1));
        calls.subList(0, 1).forEach(call -> play(call, third, false));
        play(calls.get(0), third, false);
        play(calls.get(0), third, false);
    }

    private void play(String call, String text, boolean interrupt) {
        engine.run(new PlayMedia(
                call, List.of(), List.of(new PlaySource.Text(text)), false, interrupt, new OperationTag(null, null)));
    }

    private String endedCall() {
        String call = engine.create(PHONE);
        engine.settle();
        engine.run(new HangUp(call));
        engine.pass(Duration.ofSeconds(1));
        return call;
    }

    private Recording record(String call) {
        return engine.run(
                new StartRecording(CallLocator.serverCall(engine.snapshot(call).serverCallId()), SETTINGS));
    }

    private static void assertRefused(ThrowingCallable request, int status, String code) {
        assertRefused(request, status, code, "");
    }

    private static void assertRefused(ThrowingCallable request, int status, String code, String message) {
        assertThatThrownBy(request).isInstanceOfSatisfying(ServiceError.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.getMessage()).contains(message);
        });
    }
}
