package dev.callautomation.camel.internal.exchange;

import java.time.Duration;

import dev.callautomation.camel.internal.completion.PendingOperations;

/**
 * How an endpoint awaits the completion of its operations.
 *
 * @param pendingOperations the pending operations of the component
 * @param node              the id of this node
 * @param timeout           {@code null} to derive it from the operation
 * @param cancelOnTimeout   whether an operation that times out is canceled at the service, if the service can cancel it
 * @param ended             runs when an operation has ended, before its route continues
 */
public record CompletionSettings(
        PendingOperations pendingOperations, String node, Duration timeout, boolean cancelOnTimeout, Runnable ended) {}
