package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.recording.PauseRecording;

/** POST /calling/recordings/{id}:pause. */
final class PauseRecordingOperation extends Operation.RecordingAction {

    PauseRecordingOperation() {
        super("pauseRecording", ":pause");
    }

    @Override
    Reply handle(Request request) {
        request.run(new PauseRecording(request.recordingId()));
        return Reply.of(202);
    }
}
