package dev.callautomation.simulator.engine.command.recording;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.engine.result.ServiceError;

/** Recordings an application can still change. */
final class OngoingRecording {

    private OngoingRecording() {}

    /** This one, 404/8522 when it has ended. */
    static Recording notOver(Call call, String recordingId) {
        return call.recording(recordingId)
                .filter(one -> !one.isOver())
                .orElseThrow(() -> new ServiceError(404, "8522", "Recording not found: it has ended."));
    }

    /** This one: 404/8522 when it has ended, 409/8571 when it has not begun. */
    static Recording of(Call call, String recordingId) {
        Recording recording = notOver(call, recordingId);
        if (!recording.hasBegun()) {
            throw conflict("it has not begun yet");
        }
        return recording;
    }

    static ServiceError conflict(String why) {
        return new ServiceError(409, "8571", "Recording operation conflict: " + why + ".");
    }
}
