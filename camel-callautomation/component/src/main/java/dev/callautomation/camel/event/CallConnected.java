package dev.callautomation.camel.event;

import com.fasterxml.jackson.annotation.JacksonInject;

/**
 * The call connection is established: the call was answered, or the application has connected to it.
 *
 * @param envelope what all events have
 */
public record CallConnected(@JacksonInject EventEnvelope envelope) implements CallAutomationEvent {}
