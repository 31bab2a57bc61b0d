package dev.callautomation.camel.event;

/**
 * No more tones are received.
 *
 * @param envelope what all events have
 */
public record ContinuousDtmfRecognitionStopped(EventEnvelope envelope) implements CallAutomationEvent {}
