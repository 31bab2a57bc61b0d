package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Result of canceling an invitation; an event reports whether it succeeded.
 *
 * @param invitationId the id of the invitation
 * @param operationContext may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CancelAddParticipantResponse(
        String invitationId, @Nullable String operationContext) {}
