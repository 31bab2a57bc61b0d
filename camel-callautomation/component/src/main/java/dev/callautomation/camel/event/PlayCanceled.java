package dev.callautomation.camel.event;

/**
 * A play operation was canceled.
 *
 * @param envelope the properties common to all events
 */
public record PlayCanceled(EventEnvelope envelope) implements CallAutomationEvent {}
