package dev.callautomation.camel.completion;

import java.util.concurrent.CompletableFuture;

/** An event that another node was told of. */
final class Question {

    final String to;
    final CompletableFuture<Boolean> nobody = new CompletableFuture<>();
    final CompletableFuture<Void> settled = new CompletableFuture<>();
    volatile String claimedBy;

    Question(String to) {
        this.to = to;
    }

    void claimed(String by) {
        claimedBy = by;
        nobody.complete(false);
    }

    boolean unclaimed() {
        boolean first = nobody.complete(true);
        if (first) {
            settled.complete(null);
        }
        return first;
    }

    /** Somebody may wait: if the event comes again, it is asked again. */
    Void fail(Throwable reason) {
        nobody.complete(false);
        settled.completeExceptionally(reason);
        return null;
    }
}
