package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Takes an invitation back that nobody has answered yet.
 *
 * @param invitationId from the result of the invitation
 * @param operationContext comes back in the events this request causes, at most 5,000 characters; may be {@code null}
 * @param operationCallbackUri where the events of this one request go instead of the call's callback URI; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CancelAddParticipantRequest(
        String invitationId,
        @Nullable String operationContext,
        @Nullable String operationCallbackUri) implements OperationRequest {}
