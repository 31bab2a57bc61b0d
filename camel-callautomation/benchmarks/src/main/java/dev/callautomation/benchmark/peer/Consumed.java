package dev.callautomation.benchmark.peer;

import java.util.List;

import dev.callautomation.benchmark.process.Commands;

/** What every application of a run does with an event: it looks at the call and counts. */
public final class Consumed {

    private final Commands commands;

    public Consumed(Commands commands) {
        this.commands = commands;
    }

    public void accept(String correlationId) {
        if (correlationId == null) {
            throw new IllegalArgumentException("An event names no call");
        }
        commands.done();
    }

    public void accept(List<HandEvents.Event> events) {
        events.forEach(event -> accept(event.data().correlationId()));
    }
}
