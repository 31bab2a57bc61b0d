package dev.callautomation.camel.event;

import com.fasterxml.jackson.annotation.JacksonInject;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * Somebody who was invited is in the call.
 *
 * @param envelope what all events have
 * @param participant who it is about
 */
public record AddParticipantSucceeded(@JacksonInject EventEnvelope envelope, CommunicationIdentifier participant)
        implements CallAutomationEvent {}
