package dev.callautomation.simulator.engine;

import java.util.List;

/**
 * What a command brought about.
 *
 * @param result the command's answer
 * @param effects to be carried out by whoever runs the engine, in this order per call
 * @param forgottenCalls ended calls the engine no longer remembers
 */
public record Outcome<R>(R result, List<Effect> effects, List<String> forgottenCalls) {}
