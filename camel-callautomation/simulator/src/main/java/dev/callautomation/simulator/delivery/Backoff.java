package dev.callautomation.simulator.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait before each further attempt; the list's end is the end of trying. */
record Backoff(List<Duration> pauses) {

    /** The service does not publish its own; this one gives a restarting application half a minute. */
    static final Backoff CALLBACKS = new Backoff(
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(15)));

    /** Event Grid's first two pauses: an incoming call does not ring any longer. */
    static final Backoff EVENT_GRID = new Backoff(List.of(Duration.ofSeconds(10), Duration.ofSeconds(30)));

    /** The pause after attempt number {@code attempt}, counted from 1; empty when that was the last. */
    Optional<Duration> after(int attempt) {
        return attempt <= pauses.size() ? Optional.of(pauses.get(attempt - 1)) : Optional.empty();
    }
}
