package dev.callautomation.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import dev.callautomation.simulator.timeline.Timeline;

/** Waits for a condition, which is evaluated again each time something has been written on a timeline. */
record Waiting(SimulatorCore core, Duration timeout) {

    Waiting {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("The time to wait must not be negative, not " + timeout);
        }
    }

    /**
     * Waits until there is a result.
     *
     * @param missing what has not happened when there is none, for example {@code the phone has not heard "hello"}
     * @param call id of a call or a call connection, whose timeline is shown then; {@code null} for those of all calls
     */
    <T> T until(Supplier<Optional<T>> result, Supplier<String> missing, String call) {
        Timeline timeline = core.timeline();
        long end = System.nanoTime() + timeout.toNanos();
        try {
            while (true) {
                long seen = timeline.changes();
                Optional<T> found = result.get();
                if (found.isPresent()) {
                    return found.get();
                }
                if (!timeline.awaitChange(seen, end)) {
                    // what changes without an entry of its own counts, too
                    return result.get().orElseThrow(() -> failure("within " + text(timeout), missing, call));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            AssertionError failure = failure("until the wait was interrupted", missing, call);
            failure.initCause(e);
            throw failure;
        }
    }

    private AssertionError failure(String when, Supplier<String> missing, String call) {
        String calls = core.timelines(call);
        return new AssertionError(missing.get() + " " + when + System.lineSeparator()
                + (calls.isEmpty() ? call == null ? "There is no call." : "There is no call " + call + "." : calls));
    }

    private static String text(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
