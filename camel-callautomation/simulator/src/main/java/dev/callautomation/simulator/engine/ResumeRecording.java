package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.recording.Recording;

/** An application lets a paused recording go on. */
public record ResumeRecording(String recordingId) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.callOfRecording(recordingId);
        Recording recording = OngoingRecording.of(call, recordingId);
        if (recording.isActive()) {
            throw OngoingRecording.conflict("it is not paused");
        }
        desk.save(Recorder.resume(desk, call, recordingId));
        return null;
    }
}
