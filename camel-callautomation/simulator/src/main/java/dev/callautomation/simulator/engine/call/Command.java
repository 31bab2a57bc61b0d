package dev.callautomation.simulator.engine.call;

/**
 * A transition of calls and phones. It reads and changes calls through the context only; when it throws,
 * nothing has changed.
 *
 * @param <R> what the asker gets
 */
@FunctionalInterface
public interface Command<R> {

    /** Does it. */
    R run(CommandContext context);
}
