package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.recording.Recording;

/** The file of a recording can be fetched. */
record RecordingFileReady(String recordingId) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.callOfRecording(recordingId);
        Recording recording = call.recording(recordingId).orElseThrow();
        desk.effect(new Effect.FileReady(call.id(), call.serverCallId(), recording, desk.now()));
        return null;
    }
}
