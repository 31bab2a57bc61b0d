package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Result of a request to move participants; an event for each reports the outcome.
 *
 * @param participants     the participants
 * @param operationContext may be {@code null}
 * @param fromCall         the call connection id of their previous call
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MoveParticipantsResponse(
        List<CallParticipant> participants, @Nullable String operationContext, String fromCall) {

    public MoveParticipantsResponse {
        participants = participants == null ? List.of() : List.copyOf(participants);
    }
}
