package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.stream.Breakdown;
import dev.callautomation.simulator.engine.stream.Stream;

/** The connection of a stream could not be made or is lost. Nothing happens when the stream was stopped meanwhile. */
public record StreamBroken(String legId, Stream stream, Breakdown why) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        CurrentStream.find(desk, legId, stream)
                .filter(current -> current.stream().isOpen())
                .ifPresent(current ->
                        desk.save(StreamDesk.failed(desk, current.call(), current.leg(), current.stream(), why)));
        return null;
    }
}
