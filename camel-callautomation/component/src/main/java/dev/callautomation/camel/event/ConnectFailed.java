package dev.callautomation.camel.event;

/**
 * The application could not connect to a call.
 *
 * @param envelope the properties common to all events
 */
public record ConnectFailed(EventEnvelope envelope) implements CallAutomationEvent {}
