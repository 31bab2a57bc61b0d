package dev.callautomation.camel.event;

import com.fasterxml.jackson.annotation.JacksonInject;

/**
 * An invitation was taken back; no other event follows for it.
 *
 * @param envelope what all events have
 * @param invitationId which invitation
 */
public record CancelAddParticipantSucceeded(@JacksonInject EventEnvelope envelope, String invitationId)
        implements CallAutomationEvent {}
