package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

/**
 * Options of DTMF recognition.
 *
 * @param interToneTimeoutInSeconds the time to wait for the next tone, 1 to 60 seconds; 2 if {@code null}
 * @param maxTonesToCollect the number of tones after which recognition ends, at least 1; may be {@code null}
 * @param stopTones tones that end recognition; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DtmfOptions(
        @Nullable Integer interToneTimeoutInSeconds,
        @Nullable Integer maxTonesToCollect,

        @JsonDeserialize(using = DtmfTonesReader.class) @Nullable
        List<DtmfTone> stopTones) {
    public DtmfOptions {
        stopTones = Lists.copy(stopTones, "stopTones");
    }
}
