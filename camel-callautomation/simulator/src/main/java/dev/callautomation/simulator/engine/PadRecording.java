package dev.callautomation.simulator.engine;

import java.time.Duration;

import dev.callautomation.simulator.engine.recording.Recording;

/** Makes the file of a recording longer than what was recorded: a large one needs hours otherwise. */
public record PadRecording(String recordingId, Duration silence) implements Command<Recording> {

    @Override
    public Recording run(Desk desk) {
        Call call = desk.callOfRecording(recordingId);
        Recording recording = OngoingRecording.of(call, recordingId).padded(silence);
        desk.save(call.withRecording(recordingId, before -> recording));
        return recording;
    }
}
