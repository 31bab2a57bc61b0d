package dev.callautomation.camel.event;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * An invited participant has joined the call.
 *
 * @param envelope the properties common to all events
 * @param participant the participant
 */
public record AddParticipantSucceeded(EventEnvelope envelope, CommunicationIdentifier participant)
        implements CallAutomationEvent {}
