package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Starts the transcription that the call was set up for.
 *
 * @param locale the language spoken, such as {@code en-US}; that of the call if {@code null}
 * @param speechModelEndpointId a custom speech model; may be {@code null}
 * @param operationContext comes back in the events this request causes, at most 5,000 characters; may be {@code null}
 * @param operationCallbackUri where the events of this one request go instead of the call's callback URI; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StartTranscriptionRequest(
        @Nullable String locale,
        @Nullable String speechModelEndpointId,
        @Nullable String operationContext,
        @Nullable String operationCallbackUri)
        implements OperationRequest {}
