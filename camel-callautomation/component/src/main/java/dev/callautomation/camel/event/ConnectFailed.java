package dev.callautomation.camel.event;

import com.fasterxml.jackson.annotation.JacksonInject;

/**
 * The application could not connect to a call.
 *
 * @param envelope what all events have
 */
public record ConnectFailed(@JacksonInject EventEnvelope envelope) implements CallAutomationEvent {}
