package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A page of the parties of a call.
 *
 * @param value the parties on this page
 * @param nextLink the link to the next page; {@code null} on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GetParticipantsResponse(
        List<CallParticipant> value, @Nullable String nextLink) {
    public GetParticipantsResponse {
        value = value == null ? List.of() : List.copyOf(value);
    }
}
