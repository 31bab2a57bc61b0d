package dev.callautomation.examples.support;

import java.util.List;
import java.util.function.Consumer;

/**
 * A call to simulate, and the steps that are expected of it.
 *
 * @param person phone number of the person that calls or is called
 * @param start  what the phones do first
 * @param steps  in the order in which they are checked; the first that does not happen ends the call
 */
public record CallScript(String title, String person, Consumer<SimulatedCall> start, List<Step> steps) {}
