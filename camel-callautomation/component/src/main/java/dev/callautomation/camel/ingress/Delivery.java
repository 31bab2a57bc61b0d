package dev.callautomation.camel.ingress;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** What is left to do for the events of one request. */
final class Delivery {

    private final CompletableFuture<EventDispatcher.Answer> answer = new CompletableFuture<>();
    // one more, so that it does not end while it is still being handed over
    private final AtomicInteger left = new AtomicInteger(1);
    private volatile boolean incomplete;

    CompletableFuture<EventDispatcher.Answer> answer() {
        return answer;
    }

    void expect() {
        left.incrementAndGet();
    }

    /** Not all of it is done, so that it has to come again. */
    void comeAgain() {
        incomplete = true;
    }

    void complete() {
        if (left.decrementAndGet() == 0) {
            answer.complete(incomplete ? EventDispatcher.Answer.FAILED : EventDispatcher.Answer.ACCEPTED);
        }
    }
}
