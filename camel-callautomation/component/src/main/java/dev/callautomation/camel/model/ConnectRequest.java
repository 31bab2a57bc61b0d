package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Connects to a call in progress.
 *
 * @param callLocator the call
 * @param callbackUri the URI for the events of the call
 * @param operationContext text that the events of this request return, at most 5,000 characters; may be {@code null}
 * @param callIntelligenceOptions AI services for the call; may be {@code null}
 * @param mediaStreamingOptions settings of streaming the audio of the call to a WebSocket; may be {@code null}
 * @param transcriptionOptions settings of sending the transcript of the call to a WebSocket; may be {@code null}
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
