package dev.callautomation.simulator.engine.command.recording;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.call.EngineSettings;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.engine.result.ResultInformation;
import dev.callautomation.simulator.model.TimelineEntry.Kind;

/** What happens to recordings, and who is told. */
public final class RecordingTransitions {

    private RecordingTransitions() {}

    /** Lets one begin that was asked for. */
    static Call begin(CommandContext context, Call before, String recordingId) {
        Call call = before.withRecording(recordingId, recording -> recording.begun(context.now()));
        return changed(context, call, recordingId, "the recording begins");
    }

    static Call pause(CommandContext context, Call before, String recordingId) {
        Call call = before.withRecording(recordingId, recording -> recording.paused(context.now()));
        return changed(context, call, recordingId, "the recording pauses");
    }

    static Call resume(CommandContext context, Call before, String recordingId) {
        Call call = before.withRecording(recordingId, recording -> recording.resumed(context.now()));
        return changed(context, call, recordingId, "the recording goes on");
    }

    /** Ends one; its file is ready a little later. */
    static Call end(CommandContext context, Call before, String recordingId, String reason) {
        Call call = before.withRecording(recordingId, recording -> recording.ended(context.now(), reason));
        context.schedule(call, EngineSettings.FILE_READY, new PublishRecordingFile(recordingId));
        return changed(context, call, recordingId, "the recording has ended");
    }

    /** Ends all of a call that is over; one that has not begun will never do so. */
    public static Call callEnds(CommandContext context, Call before) {
        Call call = before;
        for (Recording recording : before.recordings()) {
            if (recording.hasBegun() && !recording.isOver()) {
                call = end(context, call, recording.id(), "CallEnded");
            }
        }
        return call;
    }

    /** One that was asked for cannot begin. */
    static Call refuse(CommandContext context, Call call, Recording recording, ResultInformation result) {
        tell(context, call, recording, "StartRecordingFailed", Map.of("recordingId", recording.id()), result);
        return call.notRecordedBy(recording.id());
    }

    private static Call changed(CommandContext context, Call call, String recordingId, String text) {
        Recording recording = call.recording(recordingId).orElseThrow();
        Map<String, Object> specific = new LinkedHashMap<>();
        specific.put("recordingId", recordingId);
        specific.put("state", recording.stateName());
        specific.put("startDateTime", recording.startedAt());
        specific.put("recordingKind", "azureCommunicationServices");
        tell(context, call, recording, "RecordingStateChanged", specific, ResultInformation.SUCCESS);
        context.note(call, Kind.CALL, "service", null, text, Map.of("recordingId", recordingId));
        return call;
    }

    /** Posts to the address given for the recording's events, if there is one. */
    private static void tell(
            CommandContext context,
            Call call,
            Recording recording,
            String type,
            Map<String, Object> specific,
            ResultInformation result) {
        URI destination = recording.settings().stateCallbackUri();
        if (destination != null) {
            context.effect(new Effect.Callback(
                    call.id(),
                    recording.legId(),
                    call.serverCallId(),
                    call.correlationId(),
                    recording.settings().apiVersion(),
                    type,
                    destination,
                    context.now(),
                    specific,
                    null,
                    result));
        }
    }
}
