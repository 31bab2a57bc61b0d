package dev.callautomation.camel.streaming;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A text message of the WebSocket that the service sends the audio or the transcript of a call to. Immutable. Camel
 * converts {@code String}, {@code byte[]}, {@code InputStream} and a Vert.x {@code Buffer} to it.
 */
public sealed interface StreamingFrame
        permits AudioMetadata, AudioData, DtmfData, TranscriptionMetadata, TranscriptionData, UnknownFrame {

    /** The kind of the frame, as on the wire: {@code AudioData}, {@code TranscriptionData} and so on. */
    @JsonIgnore
    default String kind() {
        return getClass().getSimpleName();
    }
}
