package dev.callautomation.camel.event;

/**
 * A recognition was canceled.
 *
 * @param envelope what all events have
 */
public record RecognizeCanceled(EventEnvelope envelope) implements CallAutomationEvent {}
