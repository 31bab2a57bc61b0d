package dev.callautomation.simulator.engine.command.stream;

import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.stream.Stream;
import dev.callautomation.simulator.engine.stream.StreamError;

/** The connection of a stream could not be made or is lost. Nothing happens when the stream was stopped meanwhile. */
public record StreamFailed(String legId, Stream stream, StreamError why) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        CurrentStream.find(context, legId, stream)
                .filter(current -> current.stream().isOpen())
                .ifPresent(current -> context.save(
                        StreamTransitions.failed(context, current.call(), current.leg(), current.stream(), why)));
        return null;
    }
}
