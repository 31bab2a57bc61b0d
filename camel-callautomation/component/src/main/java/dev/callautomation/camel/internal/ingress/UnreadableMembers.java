package dev.callautomation.camel.internal.ingress;

import java.util.ArrayList;
import java.util.List;

/** The names of members of an event that could not be read. Their number and length are limited, as the sender chooses them. */
final class UnreadableMembers {

    private static final int MOST = 100;
    private static final int LONGEST = 200;

    private final List<String> names;

    UnreadableMembers() {
        this(List.of());
    }

    UnreadableMembers(List<String> names) {
        this.names = new ArrayList<>(names);
    }

    /** @param name the names of the member and of the objects around it, separated by dots */
    void add(String name) {
        if (names.size() < MOST) {
            names.add(name.substring(0, Math.min(name.length(), LONGEST)));
        }
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
