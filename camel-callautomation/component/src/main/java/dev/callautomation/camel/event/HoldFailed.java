package dev.callautomation.camel.event;

/**
 * A party could not be put on hold.
 *
 * @param envelope what all events have
 */
public record HoldFailed(EventEnvelope envelope) implements CallAutomationEvent {}
