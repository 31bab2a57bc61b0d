package dev.callautomation.simulator.engine.command.recording;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.recording.Recording;

/** The file of a recording can be fetched. */
record PublishRecordingFile(String recordingId) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.callOfRecording(recordingId);
        Recording recording = call.recording(recordingId).orElseThrow();
        context.effect(new Effect.FileReady(call.id(), call.serverCallId(), recording, context.now()));
        return null;
    }
}
