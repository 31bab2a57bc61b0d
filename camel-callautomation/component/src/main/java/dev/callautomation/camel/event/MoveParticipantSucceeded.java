package dev.callautomation.camel.event;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * Somebody has come into this call from another.
 *
 * @param envelope    what all events have
 * @param participant who it is about
 * @param fromCall    the call connection id of the other call
 */
public record MoveParticipantSucceeded(EventEnvelope envelope, CommunicationIdentifier participant, String fromCall)
        implements CallAutomationEvent {}
