package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.stream.Stream;
import dev.callautomation.simulator.engine.stream.StreamKind;

/** An application stops a stream. */
public record StopStream(String legId, StreamKind kind, OperationTag tag) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.establishedCallOfLeg(legId);
        Leg leg = call.leg(legId);
        Stream stream = StreamDesk.of(leg, kind);
        if (!stream.isOpen()) {
            throw new ServiceError(400, "8500", "Invalid media mode: the stream is not active; start it first.");
        }
        desk.save(StreamDesk.stopped(desk, call, leg, stream, tag));
        return null;
    }
}
