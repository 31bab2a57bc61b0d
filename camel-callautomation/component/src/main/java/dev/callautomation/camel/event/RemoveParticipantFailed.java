package dev.callautomation.camel.event;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * Somebody could not be put out of the call.
 *
 * @param envelope what all events have
 * @param participant who it is about
 */
public record RemoveParticipantFailed(EventEnvelope envelope, CommunicationIdentifier participant)
        implements CallAutomationEvent {}
