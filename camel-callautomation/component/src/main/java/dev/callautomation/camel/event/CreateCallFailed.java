package dev.callautomation.camel.event;

/**
 * A call of the application was not answered.
 *
 * @param envelope the properties common to all events
 */
public record CreateCallFailed(EventEnvelope envelope) implements CallAutomationEvent {}
