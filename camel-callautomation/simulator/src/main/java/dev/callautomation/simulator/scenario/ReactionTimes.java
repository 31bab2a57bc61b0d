package dev.callautomation.simulator.scenario;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long an application takes to act, in real time, and thus how long it has to be quiet before virtual time is moved:
 * its first requests take long in most languages, and a timeout must not strike while it works. When it has done what
 * it did each time before, there is nothing to wait for.
 */
final class ReactionTimes {

    private static final int LAST = 5;
    private static final int MARGIN = 4;
    private static final int LONGEST = 20;
    private static final int BEFORE_THE_FIRST = 60;
    private static final int AFTER_A_NEW_EVENT = 40;
    private static final int PARTS_OF_SETTLE = 20;
    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** An application that takes this part of the real time has it in virtual time, too. */
    private static final int PART_OF_JUMP = 2;

    private final Duration settle;
    private final ReactionPatterns patterns = new ReactionPatterns();
    private final Deque<Long> times = new ArrayDeque<>();
    private long stimulus;

    /**
     * Without anything that has happened.
     *
     * @param settle the shortest time for an application whose reaction is not known
     * @param nanos now, by {@link System#nanoTime()}
     */
    ReactionTimes(Duration settle, long nanos) {
        this.settle = settle;
        this.stimulus = nanos;
    }

    /** The application has sent a request. */
    void requested(String operation, long nanos) {
        patterns.requested(operation);
        times.add(nanos - stimulus);
        if (times.size() > LAST) {
            times.remove();
        }
        stimulus = nanos;
    }

    /** The application is sent an event. */
    void sent(String event, long nanos) {
        patterns.sent(event);
        stimulus = nanos;
    }

    /** Something else has happened. */
    void happened(long nanos) {
        stimulus = nanos;
    }

    /** Time is moved after the application was quiet. */
    void moved() {
        patterns.moved();
    }

    /** How long nothing must have happened when all is known. */
    Duration shortest() {
        Duration part = settle.dividedBy(PARTS_OF_SETTLE);
        return part.compareTo(SHORTEST) < 0 ? SHORTEST : part;
    }

    /** How long nothing must have happened before time is moved so far. */
    Duration quietBefore(Duration jump) {
        if (patterns.isComplete()) {
            return shortest();
        }
        Duration enough = jump.dividedBy(PART_OF_JUMP);
        Duration longest = longest();
        Duration quiet = enough.compareTo(longest) < 0 ? enough : longest;
        return quiet.compareTo(settle) < 0 ? settle : quiet;
    }

    private Duration longest() {
        if (times.isEmpty()) {
            return settle.multipliedBy(BEFORE_THE_FIRST);
        }
        if (patterns.endsWithNewEvent()) {
            return settle.multipliedBy(AFTER_A_NEW_EVENT);
        }
        long slowest = times.stream().mapToLong(Long::longValue).max().orElseThrow();
        return Duration.ofNanos(
                Math.min(MARGIN * slowest, settle.multipliedBy(LONGEST).toNanos()));
    }
}
