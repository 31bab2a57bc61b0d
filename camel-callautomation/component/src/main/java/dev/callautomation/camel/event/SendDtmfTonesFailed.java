package dev.callautomation.camel.event;

/**
 * Tones could not be sent to a participant.
 *
 * @param envelope the properties common to all events
 */
public record SendDtmfTonesFailed(EventEnvelope envelope) implements CallAutomationEvent {}
