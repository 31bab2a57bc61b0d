package dev.callautomation.camel.event;

/**
 * An invitation could not be canceled, because it had been answered.
 *
 * @param envelope the properties common to all events
 * @param invitationId the id of the invitation
 */
public record CancelAddParticipantFailed(EventEnvelope envelope, String invitationId) implements CallAutomationEvent {}
