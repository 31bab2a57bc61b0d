package dev.callautomation.camel.ingress;

/** Takes events that its filter lets through. */
public interface EventReceiver {

    /**
     * Names it, the same after a restart and on each node. May hold secrets and is not for logs, unlike what
     * {@code toString} says.
     */
    String name();

    EventFilter filter();

    /** Whether events may come; one that is about to stop takes no more. */
    boolean accepting();

    /** An event is on its way to this receiver: {@link #receive} or {@link #withdraw} will be called. */
    void announce();

    /** An announced event does not come after all. */
    void withdraw();

    /**
     * Handles an event.
     *
     * @param done to be called once, when the event is handled
     */
    void receive(ReceivedEvent event, EventOutcome done);
}
