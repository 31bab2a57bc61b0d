package dev.callautomation.camel.event;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * Somebody who was invited declined, did not answer or could not be reached.
 *
 * @param envelope what all events have
 * @param participant who it is about
 */
public record AddParticipantFailed(EventEnvelope envelope, CommunicationIdentifier participant)
        implements CallAutomationEvent {}
