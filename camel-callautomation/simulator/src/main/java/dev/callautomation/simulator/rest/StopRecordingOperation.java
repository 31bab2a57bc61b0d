package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.recording.StopRecording;

/** DELETE /calling/recordings/{id}. */
final class StopRecordingOperation extends Operation.Removal {

    StopRecordingOperation() {
        super("stopRecording", recording(""));
    }

    @Override
    Reply handle(Request request) {
        request.run(new StopRecording(request.recordingId()));
        return Reply.of(204);
    }
}
