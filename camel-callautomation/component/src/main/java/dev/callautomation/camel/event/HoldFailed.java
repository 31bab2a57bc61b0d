package dev.callautomation.camel.event;

/**
 * A participant could not be put on hold.
 *
 * @param envelope the properties common to all events
 */
public record HoldFailed(EventEnvelope envelope) implements CallAutomationEvent {}
