package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * What a party said.
 *
 * @param speech the words
 * @param confidence how sure the recognition is, 0 to 1; may be {@code null}
 */
public record SpeechResult(String speech, @Nullable Double confidence) {}
