package dev.callautomation.camel.event;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * A participant has been moved into this call from another call.
 *
 * @param envelope    the properties common to all events
 * @param participant the participant
 * @param fromCall    the call connection id of the other call
 */
public record MoveParticipantSucceeded(EventEnvelope envelope, CommunicationIdentifier participant, String fromCall)
        implements CallAutomationEvent {}
