package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.recording.GetRecording;

/** GET /calling/recordings/{id}. */
final class GetRecordingOperation extends Operation.Query {

    GetRecordingOperation() {
        super("getRecordingProperties", recording(""));
    }

    @Override
    Reply handle(Request request) {
        return Recordings.state(200, request.run(new GetRecording(request.recordingId())));
    }
}
