package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.stream.Stream;
import dev.callautomation.simulator.engine.stream.StreamKind;
import dev.callautomation.simulator.engine.stream.StreamSetup;

/** An application changes the language of a transcription that is going on. */
public record UpdateTranscription(String legId, String locale, String speechModel, OperationTag tag)
        implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.establishedCallOfLeg(legId);
        Leg leg = call.leg(legId);
        Stream stream = StreamDesk.of(leg, StreamKind.TRANSCRIPTION);
        if (!stream.isActive()) {
            throw new ServiceError(400, "8500", "Invalid media mode: transcription is not active; start it first.");
        }
        StreamSetup.Transcription setup = (StreamSetup.Transcription) stream.setup();
        desk.save(StreamDesk.updated(desk, call, leg, stream.with(setup.in(locale, speechModel)), tag));
        return null;
    }
}
