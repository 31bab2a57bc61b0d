package dev.callautomation.camel.event;

/**
 * An invitation was taken back; no other event follows for it.
 *
 * @param envelope what all events have
 * @param invitationId which invitation
 */
public record CancelAddParticipantSucceeded(EventEnvelope envelope, String invitationId)
        implements CallAutomationEvent {}
