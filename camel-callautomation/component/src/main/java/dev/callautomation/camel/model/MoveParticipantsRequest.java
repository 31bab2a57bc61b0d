package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Moves parties of another call into this one.
 *
 * @param targetParticipants   who is moved; {@code null} leaves it to options and headers
 * @param operationContext     comes back in the events this request causes, at most 5,000 characters; may be {@code null}
 * @param operationCallbackUri where the events of this one request go instead of the call's callback URI; may be
 *                             {@code null}
 * @param fromCall             the call connection id of the call they are in now
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
