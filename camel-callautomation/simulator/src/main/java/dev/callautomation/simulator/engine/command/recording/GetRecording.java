package dev.callautomation.simulator.engine.command.recording;

import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.recording.Recording;

/** An application looks at a recording that has not ended. */
public record GetRecording(String recordingId) implements Command<Recording> {

    @Override
    public Recording run(CommandContext context) {
        return OngoingRecording.notOver(context.callOfRecording(recordingId), recordingId);
    }
}
