package dev.callautomation.camel.internal.completion;

import java.util.concurrent.CompletableFuture;

/** Asks another node whether the operation of an event is pending there. */
final class RelayQuery {

    final String node;
    final CompletableFuture<Boolean> orphaned = new CompletableFuture<>();
    final CompletableFuture<Void> processed = new CompletableFuture<>();
    private volatile String pendingAt;

    /** @param node the node that the operation context names */
    RelayQuery(String node) {
        this.node = node;
    }

    void pendingAt(String replying) {
        pendingAt = replying;
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
