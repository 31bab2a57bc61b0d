package dev.callautomation.simulator.engine.recording;

import java.time.Duration;
import java.time.Instant;

/** A time a recording leaves out. */
public record Pause(Instant from, Duration length) {}
