package dev.callautomation.camel.event;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * Somebody could not be moved into this call and stays in the other.
 *
 * @param envelope    what all events have
 * @param participant who it is about
 * @param fromCall    the call connection id of the other call
 */
public record MoveParticipantFailed(EventEnvelope envelope, CommunicationIdentifier participant, String fromCall)
        implements CallAutomationEvent {}
