package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.recording.ResumeRecording;

/** POST /calling/recordings/{id}:resume. */
final class ResumeRecordingOperation extends Operation.RecordingAction {

    ResumeRecordingOperation() {
        super("resumeRecording", ":resume");
    }

    @Override
    Reply handle(Request request) {
        request.run(new ResumeRecording(request.recordingId()));
        return Reply.of(202);
    }
}
