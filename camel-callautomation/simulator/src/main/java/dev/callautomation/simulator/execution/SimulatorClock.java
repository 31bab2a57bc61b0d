package dev.callautomation.simulator.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The one clock of a simulator: what time it is and what happens later. */
public interface SimulatorClock extends AutoCloseable {

    /** The time now. */
    Instant now();

    /** Runs {@code task} after {@code delay}, not before this method has returned. */
    void schedule(Duration delay, Runnable task);

    /**
     * Moves time and runs, in order, what becomes due.
     *
     * @throws UnsupportedOperationException when time is real
     */
    void advance(Duration by);

    /** When the next task becomes due; empty when there is none, or when time is real. */
    default Optional<Instant> nextDue() {
        return Optional.empty();
    }

    /** Forgets what was scheduled; later tasks are taken. */
    void forget();

    /** Forgets what was scheduled, for good. */
    @Override
    void close();
}
