package dev.callautomation.camel.event;

import com.fasterxml.jackson.annotation.JacksonInject;

/**
 * The call connection has ended; its result information says why.
 *
 * @param envelope what all events have
 */
public record CallDisconnected(@JacksonInject EventEnvelope envelope) implements CallAutomationEvent {}
