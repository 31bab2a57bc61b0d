package dev.callautomation.camel.internal.completion;

/** Receives the outcome of a pending operation, once. Its methods must not block. */
@FunctionalInterface
public interface CompletionListener {

    void completed(PendingOperation operation, Outcome outcome);

    /** The operation times out unless this method is overridden. */
    default void deadlinePassed(PendingOperation operation) {
        operation.timeOut();
    }
}
