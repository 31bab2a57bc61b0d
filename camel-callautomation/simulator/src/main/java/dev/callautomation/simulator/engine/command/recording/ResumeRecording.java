package dev.callautomation.simulator.engine.command.recording;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.recording.Recording;

/** An application lets a paused recording go on. */
public record ResumeRecording(String recordingId) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.callOfRecording(recordingId);
        Recording recording = OngoingRecording.of(call, recordingId);
        if (recording.isActive()) {
            throw OngoingRecording.conflict("it is not paused");
        }
        context.save(RecordingTransitions.resume(context, call, recordingId));
        return null;
    }
}
