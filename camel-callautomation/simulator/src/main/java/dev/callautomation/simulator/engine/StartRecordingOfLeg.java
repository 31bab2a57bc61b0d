package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.engine.recording.RecordingSettings;

/** An application has the call of its connection recorded; whether that begins is told later. */
public record StartRecordingOfLeg(String legId, RecordingSettings settings) implements Command<Recording> {

    @Override
    public Recording run(Desk desk) {
        Call call = desk.establishedCallOfLeg(legId);
        Recording recording =
                Recording.asked(desk.ids().recordingId(), desk.ids().documentId(), legId, settings);
        desk.save(call.recordedBy(recording));
        desk.wake(call, EngineSettings.RECORDING_BEGINS, new RecordingBegins(recording.id()));
        return recording;
    }
}
