package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The service tries to take an invitation back.
 *
 * @param invitationId which invitation
 * @param operationContext may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CancelAddParticipantResponse(
        String invitationId, @Nullable String operationContext) {}
