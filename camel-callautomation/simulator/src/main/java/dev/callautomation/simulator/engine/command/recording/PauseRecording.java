package dev.callautomation.simulator.engine.command.recording;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.recording.Recording;

/** An application lets a recording pause. */
public record PauseRecording(String recordingId) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.callOfRecording(recordingId);
        Recording recording = OngoingRecording.of(call, recordingId);
        if (!recording.isActive()) {
            throw OngoingRecording.conflict("it is paused already");
        }
        context.save(RecordingTransitions.pause(context, call, recordingId));
        return null;
    }
}
