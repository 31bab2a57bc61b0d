package dev.callautomation.camel.streaming;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The first frame of a connection that audio comes over: how to read the audio.
 *
 * @param subscriptionId names the stream
 * @param encoding {@code PCM}: signed samples of 16 bits, little-endian
 * @param sampleRate samples a second: 16000 or 24000
 * @param channels 1, mono
 * @param length bytes of audio in a frame; {@code null} where the service does not say. Only Microsoft's samples have
 *     it, not the SDKs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AudioMetadata(
        String subscriptionId,
        String encoding,
        int sampleRate,
        int channels,
        @Nullable Integer length) implements StreamingFrame {}
