package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.engine.recording.RecordingSettings;

/** An application has a call recorded, found by what the call is; the recording begins at once. */
public record StartRecording(CallLocator locator, RecordingSettings settings) implements Command<Recording> {

    @Override
    public Recording run(Desk desk) {
        Call call = locator.find(desk).orElseThrow(ServiceError::callNotFound);
        if (call.connectedAt() == null) {
            throw ServiceError.notEstablished();
        }
        if (call.recordings().stream().anyMatch(recording -> !recording.isOver())) {
            throw new ServiceError(400, "8559", "Recording is already in progress: stop it first.");
        }
        String legId = call.establishedLegs().stream().map(Leg::id).findFirst().orElse(call.id());
        Recording recording =
                Recording.asked(desk.ids().recordingId(), desk.ids().documentId(), legId, settings);
        Call recorded = desk.save(Recorder.begin(desk, call.recordedBy(recording), recording.id()));
        return recorded.recording(recording.id()).orElseThrow();
    }
}
