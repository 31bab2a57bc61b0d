package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * Recognized speech.
 *
 * @param speech the words
 * @param confidence the confidence of the recognition, 0 to 1; may be {@code null}
 */
public record SpeechResult(String speech, @Nullable Double confidence) {

    /** Omits the words, which are personal data. */
    @Override
    public String toString() {
        return "SpeechResult[confidence=" + confidence + "]";
    }
}
