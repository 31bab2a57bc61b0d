package dev.callautomation.simulator.engine.command.recording;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CallLocator;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.engine.recording.RecordingSettings;
import dev.callautomation.simulator.engine.result.ServiceError;

/** An application has a call recorded, found by what the call is; the recording begins at once. */
public record StartRecording(CallLocator locator, RecordingSettings settings) implements Command<Recording> {

    @Override
    public Recording run(CommandContext context) {
        Call call = locator.find(context).orElseThrow(ServiceError::callNotFound);
        if (call.connectedAt() == null) {
            throw ServiceError.notEstablished();
        }
        if (call.recordings().stream().anyMatch(recording -> !recording.isOver())) {
            throw new ServiceError(400, "8559", "Recording is already in progress: stop it first.");
        }
        String legId = call.establishedLegs().stream().map(Leg::id).findFirst().orElse(call.id());
        Recording recording =
                Recording.asked(context.ids().recordingId(), context.ids().documentId(), legId, settings);
        Call recorded = context.save(RecordingTransitions.begin(context, call.recordedBy(recording), recording.id()));
        return recorded.recording(recording.id()).orElseThrow();
    }
}
