package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.recording.Recording;

/** An application looks at a recording that has not ended. */
public record GetRecording(String recordingId) implements Command<Recording> {

    @Override
    public Recording run(Desk desk) {
        return OngoingRecording.notOver(desk.callOfRecording(recordingId), recordingId);
    }
}
