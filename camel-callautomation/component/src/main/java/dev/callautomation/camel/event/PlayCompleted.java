package dev.callautomation.camel.event;

/**
 * What was to be played has been played.
 *
 * @param envelope what all events have
 */
public record PlayCompleted(EventEnvelope envelope) implements CallAutomationEvent {}
