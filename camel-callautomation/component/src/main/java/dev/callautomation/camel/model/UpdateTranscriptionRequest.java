package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Changes the language or the speech model of a transcription.
 *
 * @param locale the language spoken from now on, such as {@code en-US}; may be {@code null}
 * @param speechModelEndpointId a custom speech model; may be {@code null}
 * @param operationContext text that the events of this request return, at most 5,000 characters; may be {@code null}
 * @param operationCallbackUri the URI for the events of this request instead of the callback URI of the call; may
 *     be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateTranscriptionRequest(
        @Nullable String locale,
        @Nullable String speechModelEndpointId,
        @Nullable String operationContext,
        @Nullable String operationCallbackUri)
        implements OperationRequest {}
