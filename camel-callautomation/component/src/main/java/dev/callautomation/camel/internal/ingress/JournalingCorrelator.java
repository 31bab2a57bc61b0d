package dev.callautomation.camel.internal.ingress;

import dev.callautomation.camel.internal.journal.CallJournal;

/** Records events before they complete operations and reach receivers, in the order of their arrival. */
public record JournalingCorrelator(EventCorrelator operations, CallJournal journal) implements EventCorrelator {

    @Override
    public void open() throws Exception {
        operations.open();
    }

    @Override
    public void close() {
        operations.close();
    }

    @Override
    public boolean mayBeOrphaned(ReceivedEvent event) {
        return operations.mayBeOrphaned(event);
    }

    @Override
    public Correlation correlate(ReceivedEvent event) {
        journal.event(event.envelope(), event.json());
        return operations.correlate(event);
    }
}
