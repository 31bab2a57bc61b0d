package dev.callautomation.simulator.engine;

/** An application ends a recording. */
public record StopRecording(String recordingId) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.callOfRecording(recordingId);
        OngoingRecording.of(call, recordingId);
        desk.save(Recorder.end(desk, call, recordingId, "InitiatorLeft"));
        return null;
    }
}
