package dev.callautomation.camel.test;

import java.util.Set;
import java.util.function.Supplier;

import org.junit.platform.commons.support.ReflectionSupport;

import dev.callautomation.simulator.SimulatorOptions;

/**
 * Attributes of {@link CallAutomationTest}. Application contexts of Spring with equal ones are shared between test classes.
 *
 * @param options creates the options of the simulator
 * @param eventGrid types of events, all if empty
 */
record SimulatorSettings(Class<? extends Supplier<SimulatorOptions>> options, Set<String> eventGrid) {

    static SimulatorSettings of(CallAutomationTest annotation) {
        return new SimulatorSettings(annotation.options(), Set.of(annotation.eventGrid()));
    }

    SimulatorOptions newOptions() {
        return ReflectionSupport.newInstance(options).get();
    }
}
