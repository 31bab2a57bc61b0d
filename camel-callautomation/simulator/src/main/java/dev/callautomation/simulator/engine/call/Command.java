package dev.callautomation.simulator.engine.call;

/**
 * Something that may happen to the exchange. It reads and changes calls through the context only; when it throws,
 * nothing has changed.
 *
 * @param <R> what the asker gets
 */
@FunctionalInterface
public interface Command<R> {

    /** Does it. */
    R run(CommandContext context);
}
