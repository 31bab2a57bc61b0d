package dev.callautomation.camel.event;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * A participant could not be removed from the call.
 *
 * @param envelope the properties common to all events
 * @param participant the participant
 */
public record RemoveParticipantFailed(EventEnvelope envelope, CommunicationIdentifier participant)
        implements CallAutomationEvent {}
