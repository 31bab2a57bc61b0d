package dev.callautomation.camel.ingress;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Operations that wait for the events that end them. */
public interface WaitingOperations {

    /** Of a component in which no operation waits. */
    WaitingOperations NONE = event -> Claim.NONE;

    /** Called before the first event. */
    default void open() throws Exception {
        // operations of this node alone need nothing
    }

    /** Ends all waits. */
    default void close() {
        // nobody waits
    }

    /** Completes the operations that the event ends. Called once for each delivery of an event; does not block. */
    Claim offer(ReceivedEvent event);

    /**
     * What became of an event.
     *
     * @param nobodyWaited whether it belongs to an operation that somebody wanted to wait for, and nobody does
     * @param settled      comes when what the event has set going waits for the next event, or has ended
     */
    record Claim(CompletionStage<Boolean> nobodyWaited, CompletionStage<Void> settled) {

        public static final Claim NONE =
                new Claim(CompletableFuture.completedStage(false), CompletableFuture.completedStage(null));
    }
}
