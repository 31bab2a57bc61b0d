package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in an event about a call as a whole.
 *
 * @param communicationIdentifier who it is
 * @param role the part in the call, such as {@code Presenter}; may be {@code null}
 */
public record CallEventParticipant(
        CommunicationIdentifier communicationIdentifier,
        @Nullable String role) {}
