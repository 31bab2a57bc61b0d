package dev.callautomation.camel.event;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * A participant could not be moved into this call and remains in the other call.
 *
 * @param envelope    the properties common to all events
 * @param participant the participant
 * @param fromCall    the call connection id of the other call
 */
public record MoveParticipantFailed(EventEnvelope envelope, CommunicationIdentifier participant, String fromCall)
        implements CallAutomationEvent {}
