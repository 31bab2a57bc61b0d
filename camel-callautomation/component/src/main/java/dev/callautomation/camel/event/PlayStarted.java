package dev.callautomation.camel.event;

/**
 * The audio of a play operation or of a prompt has started.
 *
 * @param envelope the properties common to all events
 */
public record PlayStarted(EventEnvelope envelope) implements CallAutomationEvent {}
