package dev.callautomation.examples.support;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A step of a simulated call.
 *
 * @param name      what is expected to happen
 * @param condition whether it has happened
 * @param action    what the phones do next
 */
public record Step(String name, Predicate<SimulatedCall> condition, Consumer<SimulatedCall> action) {

    /** A step after which the phones do nothing. */
    public static Step expect(String name, Predicate<SimulatedCall> condition) {
        return new Step(name, condition, call -> {});
    }

    public Step then(Consumer<SimulatedCall> action) {
        return new Step(name, condition, action);
    }
}
