package dev.callautomation.camel.model;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

/**
 * A choice that a participant makes by a phrase or a tone.
 *
 * @param label   the label that the event returns; not blank
 * @param phrases the phrases; the label if there are none
 * @param tone    the tone; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecognitionChoice(
        String label,
        List<String> phrases,

        @JsonDeserialize(using = DtmfToneReader.class) @Nullable
        DtmfTone tone) {

    /** @throws IllegalArgumentException if there is no label */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public RecognitionChoice {
        if (label == null || label.isBlank()) {
            throw new IllegalArgumentException("a choice has no label");
        }
        phrases = phrases == null || phrases.isEmpty() ? List.of(label) : Lists.copy(phrases, "phrases");
    }

    /**
     * Reads a choice that is written as {@code label}, {@code label:phrase|other phrase} or
     * {@code label:phrase|other phrase:tone}; without a phrase, as in {@code label::1}, the label is the phrase.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RecognitionChoice of(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length > 3) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a choice; write label:phrase|other phrase:tone, as in sales:sales|buy:1");
        }
        List<String> phrases = parts.length < 2
                ? List.of()
                : Stream.of(parts[1].split("\\|"))
                        .map(String::trim)
                        .filter(phrase -> !phrase.isEmpty())
                        .toList();
        DtmfTone tone = parts.length < 3 || parts[2].isBlank() ? null : DtmfToneReader.one(parts[2]);
        return new RecognitionChoice(parts[0].trim(), phrases, tone);
    }
}
