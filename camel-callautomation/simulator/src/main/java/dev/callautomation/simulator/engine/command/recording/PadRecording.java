package dev.callautomation.simulator.engine.command.recording;

import java.time.Duration;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.recording.Recording;

/** Makes the file of a recording longer than what was recorded: a large one needs hours otherwise. */
public record PadRecording(String recordingId, Duration silence) implements Command<Recording> {

    @Override
    public Recording run(CommandContext context) {
        Call call = context.callOfRecording(recordingId);
        Recording recording = OngoingRecording.of(call, recordingId).padded(silence);
        context.save(call.withRecording(recordingId, before -> recording));
        return recording;
    }
}
