package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Settings of sending the transcript of a call to a WebSocket.
 *
 * @param transportType {@code websocket}, also if {@code null}
 * @param locale the language spoken, such as {@code en-US}
 * @param transportUrl the WebSocket, {@code wss://...}
 * @param speechModelEndpointId a custom speech model; may be {@code null}
 * @param startTranscription whether to transcribe from the start; may be {@code null}
 * @param enableIntermediateResults whether intermediate results are sent; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TranscriptionOptions(
        @Nullable StreamingTransportType transportType,
        String locale,
        String transportUrl,
        @Nullable String speechModelEndpointId,
        @Nullable Boolean startTranscription,
        @Nullable Boolean enableIntermediateResults) {}
