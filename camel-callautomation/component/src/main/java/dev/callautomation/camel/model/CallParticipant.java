package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A participant of a call.
 *
 * @param identifier the identifier
 * @param isMuted whether the party is muted
 * @param isOnHold whether the party is on hold
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallParticipant(CommunicationIdentifier identifier, boolean isMuted, boolean isOnHold) {}
