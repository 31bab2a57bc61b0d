package dev.callautomation.camel.event;

/** Takes events that its filter lets through. */
public interface EventReceiver {

    EventFilter filter();

    /** Whether events may come; one that is about to stop takes no more. */
    boolean accepting();

    /** An event was accepted for this receiver, and {@link #receive} will be called. */
    void announce();

    /**
     * Handles an event.
     *
     * @param done to be called once, when the event is handled
     */
    void receive(ReceivedEvent event, EventOutcome done);
}
