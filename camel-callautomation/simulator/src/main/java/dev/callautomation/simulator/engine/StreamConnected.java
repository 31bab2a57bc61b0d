package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.stream.Stream;

/** The connection of a stream has come about. Nothing happens when the stream was stopped meanwhile. */
public record StreamConnected(String legId, Stream stream) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        CurrentStream.find(desk, legId, stream)
                .filter(current -> current.stream().isStarting())
                .ifPresent(current ->
                        desk.save(StreamDesk.connected(desk, current.call(), current.leg(), current.stream())));
        return null;
    }
}
