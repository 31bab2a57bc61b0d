package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The transcription of a call.
 *
 * @param id the id of the subscription
 * @param state {@code disabled}, {@code inactive} or {@code active}
 * @param subscribedResultTypes {@code final}, {@code intermediate}
 * @param locale may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TranscriptionSubscription(
        String id,
        String state,
        List<String> subscribedResultTypes,
        @Nullable String locale) {
    public TranscriptionSubscription {
        subscribedResultTypes = subscribedResultTypes == null ? List.of() : List.copyOf(subscribedResultTypes);
    }
}
