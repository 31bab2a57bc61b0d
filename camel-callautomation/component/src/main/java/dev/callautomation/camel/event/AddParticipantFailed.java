package dev.callautomation.camel.event;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * An invited participant declined, did not answer or could not be reached.
 *
 * @param envelope the properties common to all events
 * @param participant the participant
 */
public record AddParticipantFailed(EventEnvelope envelope, CommunicationIdentifier participant)
        implements CallAutomationEvent {}
