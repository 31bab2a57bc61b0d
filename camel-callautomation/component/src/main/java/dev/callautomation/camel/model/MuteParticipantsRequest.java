package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Mutes a party of the call. The service takes one communication user at a time.
 *
 * @param targetParticipants who is muted; {@code null} leaves it to options and headers
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
