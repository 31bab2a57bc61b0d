package dev.callautomation.camel.event;

/**
 * What was to be played was canceled.
 *
 * @param envelope what all events have
 */
public record PlayCanceled(EventEnvelope envelope) implements CallAutomationEvent {}
