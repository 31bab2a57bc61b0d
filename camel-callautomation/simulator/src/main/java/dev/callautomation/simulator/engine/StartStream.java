package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.stream.Stream;
import dev.callautomation.simulator.engine.stream.StreamKind;
import dev.callautomation.simulator.engine.stream.StreamSetup;

/**
 * An application starts a stream it has set up.
 *
 * @param locale language of a transcription, {@code null} for the one set up
 * @param speechModel of a transcription, {@code null} for the one set up
 */
public record StartStream(String legId, StreamKind kind, String locale, String speechModel, OperationTag tag)
        implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.establishedCallOfLeg(legId);
        Leg leg = call.leg(legId);
        Stream stream = StreamDesk.of(leg, kind);
        if (stream.isOpen()) {
            throw new ServiceError(400, "8500", "Invalid media mode: the stream is active already; stop it first.");
        }
        StreamSetup setup = stream.setup() instanceof StreamSetup.Transcription transcription
                ? transcription.in(locale, speechModel)
                : stream.setup();
        desk.save(StreamDesk.start(desk, call, leg, stream.starting(setup, tag)));
        return null;
    }
}
