package dev.callautomation.simulator.rest;

import dev.callautomation.simulator.engine.command.recording.StartRecording;
import dev.callautomation.simulator.engine.command.recording.StartRecordingOfLeg;
import dev.callautomation.simulator.engine.recording.RecordingSettings;

/** POST /calling/recordings: at once for a call that is located, later for a connection's. */
final class StartRecordingOperation extends Operation.Action {

    StartRecordingOperation() {
        super("startRecording", recordings());
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        RecordingSettings settings = Recordings.settings(body, request.apiVersion());
        if (body.has("callLocator") == body.has("callConnectionId")) {
            throw Body.invalid("either callLocator or callConnectionId is required");
        }
        return body.has("callLocator")
                ? Recordings.state(200, request.run(new StartRecording(CallLocators.read(body), settings)))
                : Recordings.state(
                        202, request.run(new StartRecordingOfLeg(body.requiredText("callConnectionId"), settings)));
    }
}
