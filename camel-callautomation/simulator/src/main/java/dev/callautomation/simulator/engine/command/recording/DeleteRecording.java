package dev.callautomation.simulator.engine.command.recording;

import java.util.Map;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.model.TimelineEntry.Kind;

/** An application deletes the file of a recording. */
public record DeleteRecording(String recordingId) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.callOfRecording(recordingId);
        context.save(call.withRecording(recordingId, Recording::withoutFile));
        context.note(
                call,
                Kind.CALL,
                "service",
                null,
                "the recording's file is deleted",
                Map.of("recordingId", recordingId));
        return null;
    }
}
