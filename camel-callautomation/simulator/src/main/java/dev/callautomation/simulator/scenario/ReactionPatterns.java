package dev.callautomation.simulator.scenario;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Events and requests since virtual time was moved last, by name and number, and how often just these were followed by
 * nothing more. An application that has reacted as it did so often has done what it does.
 */
final class ReactionPatterns {

    private static final int OFTEN = 5;
    private static final int MOST_PATTERNS = 1_000;

    private final Map<Map<String, Integer>, Integer> followedByNothing = new HashMap<>();
    private final Set<String> events = new HashSet<>();
    private Map<String, Integer> current = new HashMap<>();
    private boolean reaction;
    private boolean newEvent;

    void sent(String event) {
        current.merge("event " + event, 1, Integer::sum);
        newEvent |= events.add(event);
    }

    void requested(String operation) {
        if (current.isEmpty()) {
            // nothing new has caused it: it comes late, and time was moved too early
            followedByNothing.clear();
        }
        current.merge("request " + operation, 1, Integer::sum);
        reaction = true;
        newEvent = false;
    }

    /** Time is moved. */
    void moved() {
        if (reaction && (followedByNothing.size() < MOST_PATTERNS || followedByNothing.containsKey(current))) {
            followedByNothing.merge(current, 1, Integer::sum);
        }
        current = new HashMap<>();
        reaction = false;
        newEvent = false;
    }

    /** Whether the application has reacted, as often before when nothing followed. Without a request it may still do so. */
    boolean isComplete() {
        return reaction && followedByNothing.getOrDefault(current, 0) >= OFTEN;
    }

    /** Whether the application has not done anything yet since an event of a type came that it had not had before. */
    boolean endsWithNewEvent() {
        return newEvent;
    }
}
