package dev.callautomation.simulator.engine.command.stream;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.engine.stream.Stream;
import dev.callautomation.simulator.engine.stream.StreamKind;

/** An application stops a stream. */
public record StopStream(String legId, StreamKind kind, OperationTag tag) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        Leg leg = call.leg(legId);
        Stream stream = StreamTransitions.of(leg, kind);
        if (!stream.isOpen()) {
            throw new ServiceError(400, "8500", "Invalid media mode: the stream is not active; start it first.");
        }
        context.save(StreamTransitions.stopped(context, call, leg, stream, tag));
        return null;
    }
}
