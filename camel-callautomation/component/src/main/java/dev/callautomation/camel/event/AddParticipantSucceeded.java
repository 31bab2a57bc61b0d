package dev.callautomation.camel.event;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * Somebody who was invited is in the call.
 *
 * @param envelope what all events have
 * @param participant who it is about
 */
public record AddParticipantSucceeded(EventEnvelope envelope, CommunicationIdentifier participant)
        implements CallAutomationEvent {}
