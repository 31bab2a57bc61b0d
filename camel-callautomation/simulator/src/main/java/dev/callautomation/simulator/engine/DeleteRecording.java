package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.recording.Recording;

/** An application deletes the file of a recording. */
public record DeleteRecording(String recordingId) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.callOfRecording(recordingId);
        desk.save(call.withRecording(recordingId, Recording::withoutFile));
        return null;
    }
}
