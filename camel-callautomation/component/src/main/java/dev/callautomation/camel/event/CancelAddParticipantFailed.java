package dev.callautomation.camel.event;

/**
 * An invitation could not be taken back: somebody had answered it.
 *
 * @param envelope what all events have
 * @param invitationId which invitation
 */
public record CancelAddParticipantFailed(EventEnvelope envelope, String invitationId) implements CallAutomationEvent {}
