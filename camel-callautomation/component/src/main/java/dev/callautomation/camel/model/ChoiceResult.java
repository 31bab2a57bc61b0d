package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * The choice that a party made.
 *
 * @param label the choice's label
 * @param recognizedPhrase what the party said; {@code null} if it pressed a key
 * @param confidence how sure the recognition is, 0 to 1; may be {@code null}
 */
public record ChoiceResult(
        String label,
        @Nullable String recognizedPhrase,
        @Nullable Double confidence) {}
