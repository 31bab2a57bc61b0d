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
 * What somebody said.
 *
 * @param text the words as one would write them
 * @param format {@code display}: with punctuation
 * @param confidence how sure the recognition is, 0 to 1; may be {@code null}
 * @param offset where in the transcription it begins, exact to 100 ns. Early versions of the service counted from
 *     another point, so rely on differences only
 * @param duration how long it took to say; {@code null} where the service does not say
 * @param words the words one by one, as they were heard; may be empty
 * @param participant who said it; may be {@code null}
 * @param resultState whether it can still change; {@code null} if the service has a new name for it
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

    /** Whether it stays as it is. Otherwise another result for the same words follows. */
    @JsonIgnore
    public boolean isFinal() {
        return resultState == TranscriptionResultState.finalResult;
    }
}
