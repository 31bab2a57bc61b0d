package dev.callautomation.camel.internal.ingress;

/** Receives the events that its filter matches. */
public interface EventReceiver {

    /**
     * Identifies it: the same after a restart and on each node. May hold secrets and is not for logs, unlike the result of
     * {@code toString}.
     */
    String name();

    EventFilter filter();

    /** Whether it skips all events but orphaned ones. */
    default boolean orphanedOnly() {
        return false;
    }

    /** Whether it accepts events; one that is about to stop does not. */
    boolean accepting();

    /** Processes an event that is running, and ends it, on this thread or another. */
    void receive(InFlightEvent event);
}
