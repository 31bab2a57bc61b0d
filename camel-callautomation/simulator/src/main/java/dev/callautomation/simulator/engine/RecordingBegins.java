package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.recording.Recording;

/** A recording that was asked for begins, or cannot because the call is over or has one already. */
record RecordingBegins(String recordingId) implements Command<Void> {

    private static final ResultInformation OVER = ResultInformation.of(404, 8522, "The call is over");
    private static final ResultInformation DUPLICATE =
            ResultInformation.of(400, 8553, "The call is being recorded already");

    @Override
    public Void run(Desk desk) {
        Call call = desk.callOfRecording(recordingId);
        Recording recording = call.recording(recordingId).orElseThrow();
        boolean other = call.recordings().stream().anyMatch(each -> each.hasBegun() && !each.isOver());
        desk.save(
                call.over() || other
                        ? Recorder.refuse(desk, call, recording, call.over() ? OVER : DUPLICATE)
                        : Recorder.begin(desk, call, recordingId));
        return null;
    }
}
