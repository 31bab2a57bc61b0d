package dev.callautomation.camel.event;

/**
 * The call connection is established: the call was answered, or the application has connected to it.
 *
 * @param envelope what all events have
 */
public record CallConnected(EventEnvelope envelope) implements CallAutomationEvent {}
