package dev.callautomation.camel.event;

/**
 * The call connection has ended; its result information contains the reason.
 *
 * @param envelope the properties common to all events
 */
public record CallDisconnected(EventEnvelope envelope) implements CallAutomationEvent {}
