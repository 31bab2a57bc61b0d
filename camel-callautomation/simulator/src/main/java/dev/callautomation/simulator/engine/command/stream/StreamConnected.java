package dev.callautomation.simulator.engine.command.stream;

import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.stream.Stream;

/** The connection of a stream has come about. Nothing happens when the stream was stopped meanwhile. */
public record StreamConnected(String legId, Stream stream) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        CurrentStream.find(context, legId, stream)
                .filter(current -> current.stream().isStarting())
                .ifPresent(current -> context.save(
                        StreamTransitions.connected(context, current.call(), current.leg(), current.stream())));
        return null;
    }
}
