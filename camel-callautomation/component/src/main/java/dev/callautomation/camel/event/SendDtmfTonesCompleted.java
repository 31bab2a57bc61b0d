package dev.callautomation.camel.event;

/**
 * Tones were sent to a participant.
 *
 * @param envelope the properties common to all events
 */
public record SendDtmfTonesCompleted(EventEnvelope envelope) implements CallAutomationEvent {}
