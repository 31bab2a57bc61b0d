package dev.callautomation.camel.event;

import com.fasterxml.jackson.annotation.JacksonInject;

/**
 * An invitation could not be taken back: somebody had answered it.
 *
 * @param envelope what all events have
 * @param invitationId which invitation
 */
public record CancelAddParticipantFailed(@JacksonInject EventEnvelope envelope, String invitationId)
        implements CallAutomationEvent {}
