package dev.callautomation.camel.event;

import com.fasterxml.jackson.annotation.JacksonInject;

/**
 * An incoming call could not be answered.
 *
 * @param envelope what all events have
 */
public record AnswerFailed(@JacksonInject EventEnvelope envelope) implements CallAutomationEvent {}
