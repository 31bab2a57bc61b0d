package dev.callautomation.simulator.engine;

import java.util.List;

import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.call.ScheduledCommand;

/**
 * The result of a command and what has to be done because of it.
 *
 * @param result the command's answer
 * @param effects to run, in this order per call
 * @param scheduled commands to run later
 * @param forgottenCalls ended calls the engine no longer remembers
 */
public record CommandResult<R>(
        R result, List<Effect> effects, List<ScheduledCommand> scheduled, List<String> forgottenCalls) {}
