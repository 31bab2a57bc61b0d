package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The service moves parties.
 *
 * @param participants     who is moved
 * @param operationContext may be {@code null}
 * @param fromCall         the call connection id of the call they come from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MoveParticipantsResponse(
        List<CallParticipant> participants, @Nullable String operationContext, String fromCall) {

    public MoveParticipantsResponse {
        participants = participants == null ? List.of() : List.copyOf(participants);
    }
}
