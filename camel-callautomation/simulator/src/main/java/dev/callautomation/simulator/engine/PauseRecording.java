package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.recording.Recording;

/** An application lets a recording pause. */
public record PauseRecording(String recordingId) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.callOfRecording(recordingId);
        Recording recording = OngoingRecording.of(call, recordingId);
        if (!recording.isActive()) {
            throw OngoingRecording.conflict("it is paused already");
        }
        desk.save(Recorder.pause(desk, call, recordingId));
        return null;
    }
}
