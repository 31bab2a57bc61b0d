package dev.callautomation.camel.internal.ingress;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Correlates events with pending operations. */
public interface EventCorrelator {

    /** For a component without pending operations. */
    EventCorrelator NONE = event -> Correlation.NONE;

    /** Called before the first event. */
    default void open() throws Exception {
        // the pending operations of a single node need no connection
    }

    /** Completes all pending operations as stopped. */
    default void close() {
        // no operation is pending
    }

    /** Whether the event may be orphaned: it names an operation whose completion was awaited. That may end at any time. */
    default boolean mayBeOrphaned(ReceivedEvent event) {
        return false;
    }

    /** Completes the operations whose completion the event reports. Called once for each delivery; does not block. */
    Correlation correlate(ReceivedEvent event);

    /**
     * The result for one event.
     *
     * @param orphaned  whether the event belongs to an operation whose completion was awaited, and that is pending nowhere
     * @param processed completes when the event need not be delivered again: each exchange that it continues has sent its
     *                  next awaited operation, or is done; fails if it has to be delivered again
     */
    record Correlation(CompletionStage<Boolean> orphaned, CompletionStage<Void> processed) {

        public static final Correlation NONE =
                new Correlation(CompletableFuture.completedStage(false), CompletableFuture.completedStage(null));
    }
}
