package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An invitation is on its way.
 *
 * @param participant who is invited
 * @param operationContext may be {@code null}
 * @param invitationId names the invitation, to take it back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AddParticipantResponse(
        CallParticipant participant, @Nullable String operationContext, String invitationId) {}
