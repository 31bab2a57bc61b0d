package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Moves parties of another call into this one.
 *
 * @param targetParticipants   the participants to move; if {@code null}, options and headers apply
 * @param operationContext     text that the events of this request return, at most 5,000 characters; may be {@code
 *     null}
 * @param operationCallbackUri the URI for the events of this request instead of the callback URI of the call; may be
 *                             {@code null}
 * @param fromCall             the call connection id of their current call
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MoveParticipantsRequest(
        @Nullable List<CommunicationIdentifier> targetParticipants,
        @Nullable String operationContext,
        @Nullable String operationCallbackUri,
        String fromCall)
        implements OperationRequest {

    public MoveParticipantsRequest {
        targetParticipants = Lists.copy(targetParticipants, "targetParticipants");
    }
}
