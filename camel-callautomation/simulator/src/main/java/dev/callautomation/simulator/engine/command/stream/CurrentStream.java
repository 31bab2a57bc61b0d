package dev.callautomation.simulator.engine.command.stream;

import java.util.Optional;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.stream.Stream;

/** A stream as it stands, with its call and connection. */
record CurrentStream(Call call, Leg leg, Stream stream) {

    /** What became of a stream, unless it has been started anew or its connection is gone. */
    static Optional<CurrentStream> find(CommandContext context, String legId, Stream earlier) {
        return context.findCallOfLeg(legId).map(call -> call.leg(legId)).flatMap(leg -> Optional.ofNullable(
                        leg.streams().get(earlier.setup().kind()))
                .filter(stream -> stream.round() == earlier.round())
                .map(stream -> new CurrentStream(context.findCallOfLeg(legId).orElseThrow(), leg, stream)));
    }
}
