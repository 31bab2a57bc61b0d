package dev.callautomation.camel.model;

/**
 * The choice that a party made.
 *
 * @param label the choice's label
 * @param recognizedPhrase what the party said; {@code null} if it pressed a key
 * @param confidence how sure the recognition is, 0 to 1; may be {@code null}
 */
public record ChoiceResult(String label, String recognizedPhrase, Double confidence) {}
