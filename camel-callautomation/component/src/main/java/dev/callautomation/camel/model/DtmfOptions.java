package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

/**
 * Which tones end a recognition.
 *
 * @param interToneTimeoutInSeconds how long to wait for the next tone, 1 to 60 seconds; 2 if {@code null}
 * @param maxTonesToCollect how many tones are enough, at least 1; may be {@code null}
 * @param stopTones tones that end the recognition; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DtmfOptions(
        @Nullable Integer interToneTimeoutInSeconds,
        @Nullable Integer maxTonesToCollect,

        @JsonDeserialize(using = TonesReader.class) @Nullable
        List<Tone> stopTones) {
    public DtmfOptions {
        stopTones = Lists.copy(stopTones, "stopTones");
    }
}
