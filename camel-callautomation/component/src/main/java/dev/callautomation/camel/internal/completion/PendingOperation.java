package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.completion.CompletionState.Phase;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;

/** Holds the state of a pending operation, which transitions replace atomically, and its deadline. */
public final class PendingOperation {

    /** How long the event that reports the result may arrive after the end of the call. */
    private static final Duration RESULT_DELAY = Duration.ofSeconds(1);

    private final PendingOperations registry;
    private final long nanoTime;
    private final long number;
    private final CallAutomationOperation operation;
    private final CompletionListener listener;
    private final long since = System.currentTimeMillis();

    /** Changed by the lock of this operation only. */
    private volatile CompletionState state;

    /** {@code null} while the operation is pending. */
    private volatile CompletableFuture<Void> processed;

    /** In milliseconds; 0 for none. */
    private volatile long deadline;

    private Deadlines.Tick tick;
    private Runnable deadlineTask;

    /** The place of this operation in its tick, which guards it by its lock. */
    int slot;

    PendingOperation(
            PendingOperations registry,
            long nanoTime,
            long number,
            CallAutomationOperation operation,
            CompletionExpectation expectation,
            CompletionListener listener) {
        this.registry = registry;
        this.nanoTime = nanoTime;
        this.number = number;
        this.operation = operation;
        this.listener = listener;
        this.state = CompletionState.pending(expectation);
    }

    /** When it was registered, as {@link System#nanoTime()}. */
    long nanoTime() {
        return nanoTime;
    }

    /** Its place in the order in which operations were registered and events arrived. */
    long number() {
        return number;
    }

    CallAutomationOperation operation() {
        return operation;
    }

    /** When it was registered, in milliseconds since the epoch. */
    long since() {
        return since;
    }

    PendingOperationView view() {
        return new PendingOperationView(
                operation,
                state.ids().call(),
                Instant.ofEpochMilli(since),
                deadline == 0 ? null : Instant.ofEpochMilli(deadline));
    }

    /** Of an operation that its event has completed. */
    CompletableFuture<Void> processed() {
        return processed;
    }

    /** Adds an id by which events are correlated, as soon as it is known. */
    public void correlateBy(CorrelationKey key, String id) {
        synchronized (this) {
            CompletionState before = state;
            state = before.correlatedBy(key, id);
            if (state == before) {
                return;
            }
        }
        registry.add(this, key, id);
        if (state.isFinal()) {
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
                if (state.phase() == whilst) {
                    cancelDeadline();
                    tick = registry.schedule(this, delay);
                    deadlineTask = task;
                    deadline = System.currentTimeMillis() + delay.toMillis();
                }
            }
        } catch (RejectedExecutionException e) {
            // the timer has stopped with the component
            stop();
        }
    }

    private synchronized void cancelDeadline() {
        if (tick != null) {
            tick.remove(this);
            tick = null;
            deadlineTask = null;
        }
    }

    /** A tick has come; it has no effect if its deadline was replaced or canceled. */
    void due(Deadlines.Tick now) {
        Runnable task;
        synchronized (this) {
            if (tick != now) {
                return;
            }
            task = deadlineTask;
            cancelDeadline();
        }
        task.run();
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
        registry.responseMissing(state.ids().operation());
        return apply(CompletionState::abandoned);
    }

    /** Returns whether the transition has led to a final state. */
    private boolean apply(UnaryOperator<CompletionState> transition) {
        CompletionState before;
        CompletionState after;
        synchronized (this) {
            before = state;
            after = transition.apply(before);
            if (after.outcome() != null && after.isFinal() && processed == null) {
                processed = new CompletableFuture<>();
            }
            state = after;
        }
        if (before.isFinal() || !after.isFinal()) {
            if (before.phase() == Phase.PENDING && after.phase() == Phase.CALL_ENDED) {
                schedule(Phase.CALL_ENDED, RESULT_DELAY, () -> apply(CompletionState::resultMissing));
            }
            return false;
        }
        cancelDeadline();
        registry.remove(this, after);
        if (after.outcome() != null) {
            listener.completed(after.outcome(), processed);
        }
        return true;
    }
}
