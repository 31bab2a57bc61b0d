package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Settings of streaming the audio of a call to a WebSocket.
 *
 * @param transportType {@code websocket}, also if {@code null}
 * @param audioChannelType all parties mixed, or a stream for each; mixed if {@code null}
 * @param transportUrl the WebSocket, {@code wss://...}
 * @param contentType {@code audio}, also if {@code null}
 * @param startMediaStreaming whether to stream from the start; may be {@code null}
 * @param enableBidirectional whether audio can be sent back; may be {@code null}
 * @param audioFormat PCM at 16 or 24 kHz; may be {@code null}
 * @param enableDtmfTones whether tones are streamed; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaStreamingOptions(
        @Nullable StreamingTransportType transportType,
        @Nullable AudioChannelType audioChannelType,
        String transportUrl,
        @Nullable MediaStreamingContentType contentType,
        @Nullable Boolean startMediaStreaming,
        @Nullable Boolean enableBidirectional,
        @Nullable AudioFormat audioFormat,
        @Nullable Boolean enableDtmfTones) {}
