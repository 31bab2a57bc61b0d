package dev.callautomation.camel.event;

/**
 * An incoming call could not be answered.
 *
 * @param envelope the properties common to all events
 */
public record AnswerFailed(EventEnvelope envelope) implements CallAutomationEvent {}
