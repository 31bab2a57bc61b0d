package dev.callautomation.simulator.engine;

import java.time.Duration;

import dev.callautomation.simulator.model.PhoneBehaviour;

/** A phone's behaviour and how long it rings before acting. */
public record PhoneSetting(PhoneBehaviour behaviour, Duration ring) {}
