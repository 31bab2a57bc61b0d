package dev.callautomation.simulator.wire;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what may have been meant by a misspelt name. */
public final class Spelling {

    /** More letters that differ are another word. */
    public static final int TYPING_ERRORS = 3;

    private static final int LIKELY = 2;

    private Spelling() {}

    /** The name that differs least, when it differs by few letters only. */
    public static Optional<String> nearest(String given, Collection<String> names) {
        return names.stream()
                .filter(name ->
                        typingErrors(name, given) <= Math.min(LIKELY, name.length() / 2) || isAbbreviated(name, given))
                .min(Comparator.comparingInt(name -> typingErrors(name, given)));
    }

    private static boolean isAbbreviated(String name, String given) {
        return given.length() > LIKELY
                && (name.toLowerCase(Locale.ROOT).startsWith(given.toLowerCase(Locale.ROOT))
                        || given.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)));
    }

    /** Levenshtein's distance, whatever the case. */
    public static int typingErrors(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        // longer ones are not near in any case, and cost time
        String b =
                other.toLowerCase(Locale.ROOT).substring(0, Math.min(other.length(), a.length() + TYPING_ERRORS + 1));
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
