package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Starts the transcription that the call was set up for.
 *
 * @param locale the language spoken, such as {@code en-US}; that of the call if {@code null}
 * @param speechModelEndpointId a custom speech model; may be {@code null}
 * @param operationContext text that the events of this request return, at most 5,000 characters; may be {@code null}
 * @param operationCallbackUri the URI for the events of this request instead of the callback URI of the call; may
 *     be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StartTranscriptionRequest(
        @Nullable String locale,
        @Nullable String speechModelEndpointId,
        @Nullable String operationContext,
        @Nullable String operationCallbackUri)
        implements OperationRequest {}
