package dev.callautomation.simulator.engine.recording;

import java.time.Duration;
import java.time.Instant;

/** A time that was recorded without a break; {@code to} is {@code null} while it goes on. */
record Segment(Instant from, Instant to) {

    boolean isOpen() {
        return to == null;
    }

    Segment closed(Instant now) {
        return new Segment(from, now);
    }

    Duration length(Instant now) {
        return Duration.between(from, isOpen() ? now : to);
    }
}
