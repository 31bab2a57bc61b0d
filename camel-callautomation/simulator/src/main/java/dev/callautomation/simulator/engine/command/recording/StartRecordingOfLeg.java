package dev.callautomation.simulator.engine.command.recording;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.EngineSettings;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.engine.recording.RecordingSettings;

/** An application has the call of its connection recorded; whether that begins is told later. */
public record StartRecordingOfLeg(String legId, RecordingSettings settings) implements Command<Recording> {

    @Override
    public Recording run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        Recording recording =
                Recording.asked(context.ids().recordingId(), context.ids().documentId(), legId, settings);
        context.save(call.recordedBy(recording));
        context.schedule(call, EngineSettings.RECORDING_BEGINS, new BeginRecording(recording.id()));
        return recording;
    }
}
