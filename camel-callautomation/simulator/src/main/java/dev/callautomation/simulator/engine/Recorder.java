package dev.callautomation.simulator.engine;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.model.TimelineEntry.Kind;

/** What happens to recordings, and who is told. */
final class Recorder {

    private Recorder() {}

    /** Lets one begin that was asked for. */
    static Call begin(Desk desk, Call before, String recordingId) {
        Call call = before.withRecording(recordingId, recording -> recording.begun(desk.now()));
        return changed(desk, call, recordingId, "the recording begins");
    }

    static Call pause(Desk desk, Call before, String recordingId) {
        Call call = before.withRecording(recordingId, recording -> recording.paused(desk.now()));
        return changed(desk, call, recordingId, "the recording pauses");
    }

    static Call resume(Desk desk, Call before, String recordingId) {
        Call call = before.withRecording(recordingId, recording -> recording.resumed(desk.now()));
        return changed(desk, call, recordingId, "the recording goes on");
    }

    /** Ends one; its file is ready a little later. */
    static Call end(Desk desk, Call before, String recordingId, String reason) {
        Call call = before.withRecording(recordingId, recording -> recording.ended(desk.now(), reason));
        desk.wake(call, EngineSettings.FILE_READY, new RecordingFileReady(recordingId));
        return changed(desk, call, recordingId, "the recording has ended");
    }

    /** Ends all of a call that is over; one that has not begun will never do so. */
    static Call callEnds(Desk desk, Call before) {
        Call call = before;
        for (Recording recording : before.recordings()) {
            if (recording.hasBegun() && !recording.isOver()) {
                call = end(desk, call, recording.id(), "CallEnded");
            }
        }
        return call;
    }

    /** One that was asked for cannot begin. */
    static Call refuse(Desk desk, Call call, Recording recording, ResultInformation result) {
        tell(desk, call, recording, "StartRecordingFailed", Map.of("recordingId", recording.id()), result);
        return call.notRecordedBy(recording.id());
    }

    private static Call changed(Desk desk, Call call, String recordingId, String text) {
        Recording recording = call.recording(recordingId).orElseThrow();
        Map<String, Object> specific = new LinkedHashMap<>();
        specific.put("recordingId", recordingId);
        specific.put("state", recording.stateName());
        specific.put("startDateTime", recording.startedAt());
        specific.put("recordingKind", "azureCommunicationServices");
        tell(desk, call, recording, "RecordingStateChanged", specific, ResultInformation.SUCCESS);
        desk.note(call, Kind.CALL, "service", null, text, Map.of("recordingId", recordingId));
        return call;
    }

    /** Tells the address given for the recording's events, if there is one, and nobody else. */
    private static void tell(
            Desk desk,
            Call call,
            Recording recording,
            String type,
            Map<String, Object> specific,
            ResultInformation result) {
        URI destination = recording.settings().stateCallbackUri();
        if (destination != null) {
            desk.effect(new Effect.Callback(
                    call.id(),
                    recording.legId(),
                    call.serverCallId(),
                    call.correlationId(),
                    recording.settings().apiVersion(),
                    type,
                    destination,
                    desk.now(),
                    specific,
                    null,
                    result));
        }
    }
}
