package dev.callautomation.camel.streaming;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The first frame of an audio connection: the format of the audio.
 *
 * @param subscriptionId the id of the stream
 * @param encoding {@code PCM}: signed samples of 16 bits, little-endian
 * @param sampleRate samples per second: 16000 or 24000
 * @param channels 1, mono
 * @param length bytes of audio in a frame; {@code null} if unknown. Only Microsoft's samples have
 *     it, not the SDKs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AudioMetadata(
        String subscriptionId,
        String encoding,
        int sampleRate,
        int channels,
        @Nullable Integer length) implements StreamingFrame {}
