package dev.callautomation.simulator.engine.command.recording;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.engine.result.ResultInformation;

/** A recording that was asked for begins, or cannot because the call is over or has one already. */
record BeginRecording(String recordingId) implements Command<Void> {

    private static final ResultInformation OVER = ResultInformation.of(404, 8522, "The call is over");
    private static final ResultInformation DUPLICATE =
            ResultInformation.of(400, 8553, "The call is being recorded already");

    @Override
    public Void run(CommandContext context) {
        Call call = context.callOfRecording(recordingId);
        Recording recording = call.recording(recordingId).orElseThrow();
        boolean other = call.recordings().stream().anyMatch(each -> each.hasBegun() && !each.isOver());
        context.save(
                call.over() || other
                        ? RecordingTransitions.refuse(context, call, recording, call.over() ? OVER : DUPLICATE)
                        : RecordingTransitions.begin(context, call, recordingId));
        return null;
    }
}
