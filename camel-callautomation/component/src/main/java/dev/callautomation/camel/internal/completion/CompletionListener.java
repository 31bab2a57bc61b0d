package dev.callautomation.camel.internal.completion;

import java.util.concurrent.CompletableFuture;

/** Receives the outcome of a pending operation, once. */
@FunctionalInterface
public interface CompletionListener {

    /**
     * Must not block.
     *
     * @param processed to be completed when the event need not be delivered again: the exchange that it continues has sent
     *                  its next awaited operation, or is done
     */
    void completed(Outcome outcome, CompletableFuture<Void> processed);
}
