package dev.callautomation.camel.event;

import com.fasterxml.jackson.annotation.JacksonInject;

/**
 * Nobody answered a call that the application placed.
 *
 * @param envelope what all events have
 */
public record CreateCallFailed(@JacksonInject EventEnvelope envelope) implements CallAutomationEvent {}
