package dev.callautomation.camel.event;

/**
 * Continuous DTMF recognition has stopped.
 *
 * @param envelope the properties common to all events
 */
public record ContinuousDtmfRecognitionStopped(EventEnvelope envelope) implements CallAutomationEvent {}
