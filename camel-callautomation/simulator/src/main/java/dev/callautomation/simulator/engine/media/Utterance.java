package dev.callautomation.simulator.engine.media;

import java.util.Locale;

/**
 * Something a participant said.
 *
 * @param text blank for unintelligible speech
 * @param confidence of its recognition, 0 to 1
 */
public record Utterance(String text, double confidence) {

    /** What the simulator's recognizer makes of clear speech. */
    public static final double CLEAR = 0.95;

    public Utterance {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be between 0 and 1, not " + confidence + ".");
        }
    }

    boolean isNoise() {
        return text.isBlank();
    }

    /** Whether this is the phrase, leaving aside case and punctuation. */
    boolean matches(String phrase) {
        return words(text).equals(words(phrase));
    }

    /** This and what followed after a short pause. */
    Utterance and(Utterance more) {
        return new Utterance(text + " " + more.text, Math.min(confidence, more.confidence));
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s]", "")
                .replaceAll("\\s+", " ")
                .trim();
    }
}
