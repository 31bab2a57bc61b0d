package dev.callautomation.camel.event;

/**
 * A play operation has completed.
 *
 * @param envelope the properties common to all events
 */
public record PlayCompleted(EventEnvelope envelope) implements CallAutomationEvent {}
