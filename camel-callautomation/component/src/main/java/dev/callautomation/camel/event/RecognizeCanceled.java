package dev.callautomation.camel.event;

/**
 * A recognition was canceled.
 *
 * @param envelope the properties common to all events
 */
public record RecognizeCanceled(EventEnvelope envelope) implements CallAutomationEvent {}
