package dev.callautomation.camel.event;

/**
 * The application could not connect to a call.
 *
 * @param envelope what all events have
 */
public record ConnectFailed(EventEnvelope envelope) implements CallAutomationEvent {}
