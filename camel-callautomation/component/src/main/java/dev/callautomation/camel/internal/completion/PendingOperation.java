package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.completion.CompletionState.Phase;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;

/** Holds the state of a pending operation, which transitions replace atomically, and its timer. */
public final class PendingOperation {

    /** How long the event that reports the result may arrive after the end of the call. */
    private static final Duration RESULT_DELAY = Duration.ofSeconds(1);

    private final PendingOperations registry;
    private final long number;
    private final CallAutomationOperation operation;
    private final CompletionListener listener;
    private final CompletableFuture<Void> processed = new CompletableFuture<>();
    private final AtomicReference<CompletionState> state;
    private final long since = System.currentTimeMillis();

    /** In milliseconds; 0 for none. */
    private volatile long deadline;

    private Future<?> timer;

    PendingOperation(
            PendingOperations registry,
            long number,
            CallAutomationOperation operation,
            CompletionExpectation expectation,
            CompletionListener listener) {
        this.registry = registry;
        this.number = number;
        this.operation = operation;
        this.listener = listener;
        this.state = new AtomicReference<>(CompletionState.pending(expectation));
    }

    /** Its place in the order in which operations were registered and events arrived. */
    long number() {
        return number;
    }

    CallAutomationOperation operation() {
        return operation;
    }

    /** When it was registered, in milliseconds. */
    long since() {
        return since;
    }

    PendingOperationView view() {
        return new PendingOperationView(
                operation,
                state.get().ids().get(CorrelationKey.CALL),
                Instant.ofEpochMilli(since),
                deadline == 0 ? null : Instant.ofEpochMilli(deadline));
    }

    CompletableFuture<Void> processed() {
        return processed;
    }

    /** Adds an id by which events are correlated, as soon as it is known. */
    public void correlateBy(CorrelationKey key, String id) {
        CompletionState before = state.getAndUpdate(current -> current.correlatedBy(key, id));
        if (before.isFinal() || before.ids().containsKey(key)) {
            return;
        }
        registry.add(this, key, id);
        if (state.get().isFinal()) {
            // completed before the entry was there to be removed
            registry.remove(this, key, id);
        }
    }

    /** Runs a task at a deadline unless the operation is completed before. Replaces an earlier deadline. */
    public void setDeadline(Duration delay, Runnable task) {
        schedule(Phase.PENDING, delay, task);
    }

    private void schedule(Phase whilst, Duration delay, Runnable task) {
        try {
            synchronized (this) {
                if (state.get().phase() == whilst) {
                    cancelTimer();
                    timer = registry.schedule(task, delay);
                    deadline = System.currentTimeMillis() + delay.toMillis();
                }
            }
        } catch (RejectedExecutionException e) {
            // the timer has stopped with the component
            stop();
        }
    }

    private synchronized void cancelTimer() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    /** An event has arrived that shares an id with the operation. Returns whether it has completed the operation. */
    boolean eventReceived(CorrelationKey key, ReceivedEvent event) {
        return apply(current -> current.eventReceived(key, event));
    }

    /** Completes the operation because no event has arrived in time. */
    public void timeOut() {
        apply(CompletionState::timedOut);
    }

    void stop() {
        apply(CompletionState::stopped);
    }

    /**
     * Removes the operation without telling the listener, because the service has not responded or has refused the request.
     *
     * @return {@code false} if the operation was completed before
     */
    public boolean abandon() {
        registry.responseMissing(state.get().ids().get(CorrelationKey.OPERATION));
        return apply(CompletionState::abandoned);
    }

    /** Returns whether the transition has led to a final state. */
    private boolean apply(UnaryOperator<CompletionState> transition) {
        CompletionState before;
        CompletionState after;
        do {
            before = state.get();
            after = transition.apply(before);
        } while (!state.compareAndSet(before, after));
        if (before.isFinal() || !after.isFinal()) {
            if (before.phase() == Phase.PENDING && after.phase() == Phase.CALL_ENDED) {
                schedule(Phase.CALL_ENDED, RESULT_DELAY, () -> apply(CompletionState::resultMissing));
            }
            return false;
        }
        cancelTimer();
        registry.remove(this, after);
        if (after.outcome() != null) {
            listener.completed(after.outcome(), processed);
        }
        return true;
    }
}
