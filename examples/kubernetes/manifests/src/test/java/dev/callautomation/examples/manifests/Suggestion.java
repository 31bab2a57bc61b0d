package dev.callautomation.examples.manifests;

import java.util.Collection;
import java.util.Comparator;

/** The correction of a misspelt name. */
final class Suggestion {

    private static final int FEW = 20;

    private Suggestion() {}

    /** The known name that is most similar, as the end of a sentence; all names if there are few; or nothing. */
    static String of(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> isSimilar(name, candidate))
                .map(candidate -> "; write " + candidate)
                .orElse(known.isEmpty() || known.size() > FEW ? "" : "; there is " + String.join(", ", known));
    }

    static boolean isSimilar(String name, String known) {
        return distance(name, known) <= Math.max(2, name.length() / 3);
    }

    /** Number of letters to add, remove or replace. */
    private static int distance(String one, String other) {
        int[] costs = new int[other.length() + 1];
        for (int j = 0; j < costs.length; j++) {
            costs[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j < costs.length; j++) {
                int replace = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(replace, 1 + Math.min(costs[j], costs[j - 1]));
            }
        }
        return costs[other.length()];
    }
}
