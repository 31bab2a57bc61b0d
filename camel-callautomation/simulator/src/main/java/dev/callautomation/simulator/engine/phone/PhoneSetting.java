package dev.callautomation.simulator.engine.phone;

import java.time.Duration;

import dev.callautomation.simulator.model.PhoneBehaviour;

/** A phone's behaviour and how long it rings before acting. */
public record PhoneSetting(PhoneBehaviour behaviour, Duration ring) {}
