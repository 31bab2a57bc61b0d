package dev.callautomation.camel.internal.ingress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Records the events that it gets, and processes them unless it holds them. */
final class RecordingReceiver implements EventReceiver {

    private final String name;
    private final EventFilter filter;
    final List<String> received = new ArrayList<>();
    final List<InFlightEvent> running = new ArrayList<>();
    boolean holds;
    BooleanSupplier stopped;
    Throwable throwing;
    Consumer<InFlightEvent> whileReceiving = event -> {};
    boolean orphanedOnly;

    RecordingReceiver(String name, String type) {
        this.name = name;
        this.filter = new EventFilter(type, null, null, null, null);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public EventFilter filter() {
        return filter;
    }

    @Override
    public boolean orphanedOnly() {
        return orphanedOnly;
    }

    @Override
    public boolean accepting() {
        return stopped == null || !stopped.getAsBoolean();
    }

    @Override
    public void receive(InFlightEvent event) {
        if (throwing != null) {
            throw undeclared(throwing);
        }
        running.add(event);
        whileReceiving.accept(event);
        if (!holds) {
            received.add(event.event().envelope().id());
            event.processed();
        }
    }

    /** As other languages than Java throw checked exceptions. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException undeclared(Throwable thrown) throws T {
        throw (T) thrown;
    }

    List<String> ids() {
        return running.stream().map(event -> event.event().envelope().id()).toList();
    }
}
