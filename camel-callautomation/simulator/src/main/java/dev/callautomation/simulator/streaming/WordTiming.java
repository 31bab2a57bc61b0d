package dev.callautomation.simulator.streaming;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Splits speech into words; a long word takes longer than a short one. */
final class WordTiming {

    private WordTiming() {}

    static String[] words(String text) {
        return text.strip().split("\\s+");
    }

    static String beginning(String[] words, int count) {
        return String.join(" ", Arrays.asList(words).subList(0, count));
    }

    /** A word as recognizers tell it apart from its sentence. */
    static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
    }

    /** How long the first words take of the time for all. */
    static Duration duration(String[] words, int count, Duration all) {
        long characters = beginning(words, words.length).length();
        return all.multipliedBy(beginning(words, count).length()).dividedBy(characters);
    }
}
