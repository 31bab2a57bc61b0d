package dev.callautomation.camel.event;

/**
 * The call hears what is played, or a prompt.
 *
 * @param envelope what all events have
 */
public record PlayStarted(EventEnvelope envelope) implements CallAutomationEvent {}
