package dev.callautomation.simulator.engine;

import java.util.Map;

import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.model.TimelineEntry.Kind;

/** An application deletes the file of a recording. */
public record DeleteRecording(String recordingId) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.callOfRecording(recordingId);
        desk.save(call.withRecording(recordingId, Recording::withoutFile));
        desk.note(
                call,
                Kind.CALL,
                "service",
                null,
                "the recording's file is deleted",
                Map.of("recordingId", recordingId));
        return null;
    }
}
