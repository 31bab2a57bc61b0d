package dev.callautomation.simulator.engine.recording;

import java.time.Duration;
import java.time.Instant;

/** A time that was recorded without a break; {@code to} is {@code null} while it goes on. */
record Stretch(Instant from, Instant to) {

    boolean isOpen() {
        return to == null;
    }

    Stretch closed(Instant now) {
        return new Stretch(from, now);
    }

    Duration length(Instant now) {
        return Duration.between(from, isOpen() ? now : to);
    }
}
