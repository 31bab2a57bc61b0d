package dev.callautomation.simulator.engine;

/** The file of a recording can be fetched. */
record RecordingFileReady(String recordingId) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.callOfRecording(recordingId);
        desk.fileReady(call, call.recording(recordingId).orElseThrow());
        return null;
    }
}
