package dev.callautomation.camel.event;

/**
 * Tones could not be sent to a party.
 *
 * @param envelope what all events have
 */
public record SendDtmfTonesFailed(EventEnvelope envelope) implements CallAutomationEvent {}
