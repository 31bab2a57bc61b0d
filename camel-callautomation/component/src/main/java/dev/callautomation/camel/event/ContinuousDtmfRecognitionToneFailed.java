package dev.callautomation.camel.event;

/**
 * A tone could not be received.
 *
 * @param envelope what all events have
 */
public record ContinuousDtmfRecognitionToneFailed(EventEnvelope envelope) implements CallAutomationEvent {}
