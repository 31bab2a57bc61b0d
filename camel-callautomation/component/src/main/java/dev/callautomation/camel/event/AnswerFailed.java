package dev.callautomation.camel.event;

/**
 * An incoming call could not be answered.
 *
 * @param envelope what all events have
 */
public record AnswerFailed(EventEnvelope envelope) implements CallAutomationEvent {}
