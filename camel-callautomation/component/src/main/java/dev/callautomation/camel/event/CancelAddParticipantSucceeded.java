package dev.callautomation.camel.event;

/**
 * An invitation was canceled; no other event follows for it.
 *
 * @param envelope the properties common to all events
 * @param invitationId the id of the invitation
 */
public record CancelAddParticipantSucceeded(EventEnvelope envelope, String invitationId)
        implements CallAutomationEvent {}
