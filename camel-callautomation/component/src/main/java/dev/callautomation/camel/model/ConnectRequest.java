package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Connects to a call that is under way.
 *
 * @param callLocator which call
 * @param callbackUri where the events of the call go
 * @param operationContext comes back in the events this request causes, at most 5,000 characters; may be {@code null}
 * @param callIntelligenceOptions AI services for the call; may be {@code null}
 * @param mediaStreamingOptions sends the call's audio to a WebSocket; may be {@code null}
 * @param transcriptionOptions sends the call's transcript to a WebSocket; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectRequest(
        CallLocator callLocator,
        String callbackUri,
        @Nullable String operationContext,
        @Nullable CallIntelligenceOptions callIntelligenceOptions,
        @Nullable MediaStreamingOptions mediaStreamingOptions,
        @Nullable TranscriptionOptions transcriptionOptions)
        implements OperationRequest {}
