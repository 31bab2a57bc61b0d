package dev.callautomation.simulator.scenario;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long an application takes to act, in real time, and thus how long it has to be quiet before virtual time jumps far:
 * its first requests take long in most languages, and a timeout must not strike while it works.
 */
final class ReactionTimes {

    private static final int LAST = 5;
    private static final int MARGIN = 10;
    private static final int LONGEST = 20;
    private static final int BEFORE_THE_FIRST = 60;

    /** A jump of ten times as long as the application was quiet harms nothing. */
    private static final int HARMLESS = 10;

    private final Duration settle;
    private final Deque<Long> times = new ArrayDeque<>();
    private long stimulus = System.nanoTime();

    /** @param settle the shortest time */
    ReactionTimes(Duration settle) {
        this.settle = settle;
    }

    /** Something has happened; {@code request} when the application has acted. */
    void observed(boolean request, long nanos) {
        if (request) {
            times.add(nanos - stimulus);
            if (times.size() > LAST) {
                times.remove();
            }
        }
        stimulus = nanos;
    }

    /** How long nothing must have happened before time is moved so far. */
    Duration quietBefore(Duration jump) {
        Duration enough = jump.dividedBy(HARMLESS);
        Duration longest = times.isEmpty() ? settle.multipliedBy(BEFORE_THE_FIRST) : slowest();
        Duration quiet = enough.compareTo(longest) < 0 ? enough : longest;
        return quiet.compareTo(settle) < 0 ? settle : quiet;
    }

    private Duration slowest() {
        long nanos = times.stream().mapToLong(Long::longValue).max().orElse(0);
        return Duration.ofNanos(
                Math.min(MARGIN * nanos, settle.multipliedBy(LONGEST).toNanos()));
    }
}
