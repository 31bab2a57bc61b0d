package dev.callautomation.camel.test;

import java.time.Duration;
import java.util.function.Supplier;

import dev.callautomation.simulator.SimulatorOptions;

/** Options of a simulator whose phones and prompts do not delay a test. */
final class ShortTimes implements Supplier<SimulatorOptions> {

    private static final Duration SHORT = Duration.ofMillis(50);

    @Override
    public SimulatorOptions get() {
        return SimulatorOptions.defaults().withRing(SHORT).withPlay(SHORT);
    }
}
