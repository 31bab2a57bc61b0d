package dev.callautomation.camel.event;

/**
 * A tone could not be recognized.
 *
 * @param envelope the properties common to all events
 */
public record ContinuousDtmfRecognitionToneFailed(EventEnvelope envelope) implements CallAutomationEvent {}
