package dev.callautomation.camel.event;

/**
 * An event that this version has no record for. It reads as JSON like any other.
 *
 * @param envelope what all events have
 */
public record UnknownEvent(EventEnvelope envelope) implements CallAutomationEvent {}
