package dev.callautomation.camel.internal.completion;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Asks another node whether the operation of an event is pending there. */
final class RelayQuery {

    final String node;
    final CompletableFuture<Boolean> orphaned = new CompletableFuture<>();
    final CompletableFuture<Void> processed = new CompletableFuture<>();
    private final AtomicReference<Runnable> otherNodes = new AtomicReference<>();
    private volatile String pendingAt;

    /** @param node the node that the operation context names */
    RelayQuery(String node) {
        this.node = node;
    }

    /** Only one node has been asked so far; the task asks all. */
    void setOtherNodes(Runnable task) {
        otherNodes.set(task);
    }

    /** Asks all nodes, unless they have been asked before or one has replied that the operation is pending. */
    void askOtherNodes() {
        Runnable task = otherNodes.getAndSet(null);
        if (task != null && !orphaned.isDone()) {
            task.run();
        }
    }

    void pendingAt(String replying) {
        pendingAt = replying;
        otherNodes.set(null);
        orphaned.complete(false);
    }

    boolean isPendingAt(String other) {
        return other.equals(pendingAt);
    }

    /** No node has replied that the operation is pending. Returns {@code false} if one has replied so before. */
    boolean orphaned() {
        boolean first = orphaned.complete(true);
        if (first) {
            processed.complete(null);
        }
        return first;
    }

    /** The operation may be pending: the event must be delivered again, with another query. */
    void fail(Throwable reason) {
        orphaned.complete(false);
        processed.completeExceptionally(reason);
    }
}
