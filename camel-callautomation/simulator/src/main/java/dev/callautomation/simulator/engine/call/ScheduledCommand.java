package dev.callautomation.simulator.engine.call;

import java.time.Duration;

/** A command to run after a delay. */
public record ScheduledCommand(String callId, Duration delay, Command<?> command) {}
