package dev.callautomation.simulator.fault;

import java.util.Collection;

/**
 * Condition on which a fault is injected.
 *
 * @param name the operation or the event type, {@link #ANY} for each of them
 * @param call id of a call or of a call connection, {@code null} for all calls
 * @param chance probability that it is injected, above 0 and at most 1
 * @param seed of the random numbers, so that a run can be repeated; {@code null} for a random one
 */
public record Trigger(String name, String call, double chance, Long seed) {

    /** Every operation, or every event. */
    public static final String ANY = "*";

    private static final String TYPE_PREFIX = "Microsoft.Communication.";

    /**
     * Checks and takes a type with or without {@code Microsoft.Communication.}
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public Trigger {
        name = name.startsWith(TYPE_PREFIX) ? name.substring(TYPE_PREFIX.length()) : name;
        if (!name.equals(ANY) && !name.matches("\\p{Alpha}+")) {
            throw new IllegalArgumentException(
                    "when must name an operation or an event, or * for all of them, not '" + name + "'");
        }
        if (!(chance > 0 && chance <= 1)) {
            throw new IllegalArgumentException("chance must be above 0 and at most 1, not " + chance);
        }
        if (seed != null && chance == 1) {
            throw new IllegalArgumentException("seed is for a chance below 1: give both or neither");
        }
    }

    static Trigger of(String name) {
        return new Trigger(name, null, 1, null);
    }

    Trigger inCall(String id) {
        return new Trigger(name, id, chance, seed);
    }

    Trigger withChance(double value, Long newSeed) {
        return new Trigger(name, call, value, newSeed);
    }

    /** Whether it is about this, chance apart; {@code ids} are those of the call and of its connection. */
    boolean concerns(String what, Collection<String> ids) {
        return (name.equals(ANY) || name.equals(what)) && (call == null || ids.contains(call));
    }
}
