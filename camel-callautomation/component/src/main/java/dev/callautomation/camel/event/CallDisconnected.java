package dev.callautomation.camel.event;

/**
 * The call connection has ended; its result information says why.
 *
 * @param envelope what all events have
 */
public record CallDisconnected(EventEnvelope envelope) implements CallAutomationEvent {}
