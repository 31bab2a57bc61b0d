package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /** Changed under the lock of this operation only, as are its ids. */
    private volatile CompletionState state;

    /** The ids of most operations are not in a record of their own, which takes 32 bytes. */
    private volatile String operationId;

    private volatile String callConnectionId;
    private volatile CorrelationIds allIds = CorrelationIds.NONE;
    private volatile Deadlines.Tick tick;

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
        this.state = expectation.pending();
    }

    /** When it was registered, as {@link System#nanoTime()}. */
    public long nanoTime() {
        return nanoTime;
    }

    /** Its place in the order in which operations were registered and events arrived. */
    long number() {
        return number;
    }

    CallAutomationOperation operation() {
        return operation;
    }

    CorrelationIds ids() {
        return allIds == CorrelationIds.NONE ? new CorrelationIds(operationId, callConnectionId, null, null) : allIds;
    }

    /** Identifies it on this node; as in the operation context of its request, if that identifies it. */
    public String operationId() {
        return operationId;
    }

    PendingOperationView view() {
        Deadlines.Tick due = tick;
        long nanos = registry.nanoTime();
        Instant now = Instant.now();
        return new PendingOperationView(
                operation,
                callConnectionId,
                now.minusNanos(nanos - nanoTime).truncatedTo(ChronoUnit.MILLIS),
                due == null ? null : now.plusNanos(due.nanoTime() - nanos).truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * Of an operation that its event has completed: to be completed when the event need not be delivered again, as the exchange
     * that it continues has sent its next awaited operation, or is done.
     */
    public CompletableFuture<Void> processed() {
        return state.processed();
    }

    /** Adds an id by which events are correlated, as soon as it is known. The first id of a kind stays. */
    public void correlateBy(CorrelationKey key, String id) {
        synchronized (this) {
            CorrelationIds before = ids();
            if (state.isFinal() || before.get(key) != null) {
                return;
            }
            CorrelationIds now = before.with(key, id);
            operationId = now.operation();
            callConnectionId = now.call();
            if (now.recording() != null || now.invitation() != null) {
                allIds = now;
            }
        }
        registry.add(this, key, id);
        if (state.isFinal()) {
            // completed before the entry was there to be removed
            registry.remove(this, key, id);
        }
    }

    /** Sets a deadline, of which the listener hears unless the operation is completed before. Replaces an earlier one. */
    public void setDeadline(Duration delay) {
        schedule(Phase.PENDING, delay);
    }

    private void schedule(Phase whilst, Duration delay) {
        try {
            synchronized (this) {
                if (state.phase() == whilst) {
                    cancelDeadline();
                    tick = registry.schedule(this, delay);
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
        }
    }

    /** A tick has come; it has no effect if its deadline was replaced or canceled. */
    void due(Deadlines.Tick now) {
        boolean callEnded;
        synchronized (this) {
            if (tick != now || state.isFinal()) {
                return;
            }
            callEnded = state.phase() == Phase.CALL_ENDED;
            cancelDeadline();
        }
        if (callEnded) {
            apply(CompletionState::resultMissing);
        } else {
            listener.deadlinePassed(this);
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
        registry.responseMissing(operationId);
        return apply(CompletionState::abandoned);
    }

    /** Returns whether the transition has led to a final state. */
    private boolean apply(UnaryOperator<CompletionState> transition) {
        CompletionState before;
        CompletionState after;
        synchronized (this) {
            before = state;
            after = transition.apply(before);
            state = after;
        }
        if (before.isFinal() || !after.isFinal()) {
            if (before.phase() == Phase.PENDING && after.phase() == Phase.CALL_ENDED) {
                schedule(Phase.CALL_ENDED, RESULT_DELAY);
            }
            return false;
        }
        cancelDeadline();
        registry.remove(this, after);
        if (after.outcome() != null) {
            listener.completed(this, after.outcome());
        }
        return true;
    }
}
