package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Result of an invitation that the service has accepted.
 *
 * @param participant the invited participant
 * @param operationContext may be {@code null}
 * @param invitationId the id of the invitation, to cancel it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AddParticipantResponse(
        CallParticipant participant, @Nullable String operationContext, String invitationId) {}
