package dev.callautomation.camel.event;

/**
 * Nobody answered a call that the application placed.
 *
 * @param envelope what all events have
 */
public record CreateCallFailed(EventEnvelope envelope) implements CallAutomationEvent {}
