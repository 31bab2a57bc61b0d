package dev.callautomation.simulator.engine.command.recording;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;

/** An application ends a recording. */
public record StopRecording(String recordingId) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.callOfRecording(recordingId);
        OngoingRecording.of(call, recordingId);
        context.save(RecordingTransitions.end(context, call, recordingId, "InitiatorLeft"));
        return null;
    }
}
