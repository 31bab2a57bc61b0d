package dev.callautomation.camel.event;

/**
 * An event that this version has no record for. Converts to JSON like all events.
 *
 * @param envelope the properties common to all events
 */
public record UnknownEvent(EventEnvelope envelope) implements CallAutomationEvent {}
