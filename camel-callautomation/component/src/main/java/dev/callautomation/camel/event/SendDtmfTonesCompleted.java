package dev.callautomation.camel.event;

/**
 * Tones were sent to a party.
 *
 * @param envelope what all events have
 */
public record SendDtmfTonesCompleted(EventEnvelope envelope) implements CallAutomationEvent {}
