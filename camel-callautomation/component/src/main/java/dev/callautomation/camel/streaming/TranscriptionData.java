package dev.callautomation.camel.streaming;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * A result of the transcription.
 *
 * @param text the transcribed text
 * @param format {@code display}: with punctuation
 * @param confidence the confidence of the recognition, 0 to 1; may be {@code null}
 * @param offset its start in the transcription, exact to 100 ns. Early versions of the service counted from
 *     another point, so rely on differences only
 * @param duration the duration; {@code null} if unknown
 * @param words the single words; may be empty
 * @param participant the speaker; may be {@code null}
 * @param resultState whether it can still change; {@code null} if unknown to this version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TranscriptionData(
        String text,
        String format,
        @Nullable Double confidence,

        @JsonSerialize(using = Ticks.Writer.class) @JsonDeserialize(using = Ticks.Reader.class)
        Duration offset,

        @JsonSerialize(using = Ticks.Writer.class) @JsonDeserialize(using = Ticks.Reader.class) @Nullable
        Duration duration,

        List<WordData> words,

        @JsonProperty("participantRawID")
        @JsonSerialize(using = RawId.Writer.class)
        @JsonDeserialize(using = RawId.Reader.class)
        @Nullable
        CommunicationIdentifier participant,

        @JsonProperty("resultStatus") @Nullable TranscriptionResultState resultState)
        implements StreamingFrame {

    public TranscriptionData {
        words = words == null ? List.of() : List.copyOf(words);
    }

    /** Whether the result is final. Otherwise another result for the same words follows. */
    @JsonIgnore
    public boolean isFinal() {
        return resultState == TranscriptionResultState.FINAL;
    }
}
