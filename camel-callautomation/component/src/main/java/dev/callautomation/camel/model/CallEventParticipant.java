package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * A participant in an event about a call as a whole.
 *
 * @param communicationIdentifier the identifier
 * @param role the role in the call, such as {@code Presenter}; may be {@code null}
 */
public record CallEventParticipant(
        CommunicationIdentifier communicationIdentifier,
        @Nullable String role) {}
