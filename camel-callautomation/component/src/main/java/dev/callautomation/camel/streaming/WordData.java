package dev.callautomation.camel.streaming;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.jspecify.annotations.Nullable;

/**
 * A word of a {@link TranscriptionData}.
 *
 * @param text the word, without punctuation
 * @param offset its start, on the same scale as the offset of the whole
 * @param duration the duration; {@code null} if unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WordData(
        String text,

        @JsonSerialize(using = Ticks.Writer.class) @JsonDeserialize(using = Ticks.Reader.class)
        Duration offset,

        @JsonSerialize(using = Ticks.Writer.class) @JsonDeserialize(using = Ticks.Reader.class) @Nullable
        Duration duration) {}
