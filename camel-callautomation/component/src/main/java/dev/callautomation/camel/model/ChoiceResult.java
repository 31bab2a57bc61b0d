package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * A recognized choice.
 *
 * @param label the choice's label
 * @param recognizedPhrase the recognized phrase; {@code null} if the choice was made by a tone
 * @param confidence the confidence of the recognition, 0 to 1; may be {@code null}
 */
public record ChoiceResult(
        String label,
        @Nullable String recognizedPhrase,
        @Nullable Double confidence) {

    /** Omits the recognized phrase, which is personal data. */
    @Override
    public String toString() {
        return "ChoiceResult[label=" + label + ", confidence=" + confidence + "]";
    }
}
