package dev.callautomation.camel.completion;

import java.util.concurrent.CompletableFuture;

import dev.callautomation.camel.event.CallAutomationEvent;

/**
 * How the wait for an operation ended.
 *
 * @param ending  how
 * @param event   what ended it; {@code null} if no event did
 * @param settled to be completed when what the event has set going waits again, or has ended
 */
public record Outcome(Ending ending, CallAutomationEvent event, CompletableFuture<Void> settled) {

    /** The ways in which a wait ends. */
    public enum Ending {
        SUCCEEDED,
        FAILED,
        /** No event came in time. */
        TIMED_OUT,
        /** Nobody waits any more, for the component stops. */
        STOPPED
    }

    static Outcome of(Ending ending, CallAutomationEvent event) {
        return new Outcome(ending, event, new CompletableFuture<>());
    }

    static Outcome without(Ending ending) {
        return of(ending, null);
    }
}
