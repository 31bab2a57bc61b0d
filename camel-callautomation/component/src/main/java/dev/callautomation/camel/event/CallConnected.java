package dev.callautomation.camel.event;

/**
 * The call connection is established: the call was answered, or the application has connected to it.
 *
 * @param envelope the properties common to all events
 */
public record CallConnected(EventEnvelope envelope) implements CallAutomationEvent {}
