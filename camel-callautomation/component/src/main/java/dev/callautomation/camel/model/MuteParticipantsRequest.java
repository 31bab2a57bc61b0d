package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Mutes a participant of the call. The service accepts one communication user at a time.
 *
 * @param targetParticipants the participant to mute; if {@code null}, options and headers apply
 * @param operationContext   at most 5,000 characters; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MuteParticipantsRequest(
        @Nullable List<CommunicationIdentifier> targetParticipants,
        @Nullable String operationContext) implements OperationRequest {

    public MuteParticipantsRequest {
        targetParticipants = Lists.copy(targetParticipants, "targetParticipants");
    }
}
