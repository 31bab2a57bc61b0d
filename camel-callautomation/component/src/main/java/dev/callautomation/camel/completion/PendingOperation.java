package dev.callautomation.camel.completion;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import dev.callautomation.camel.completion.Outcome.Ending;
import dev.callautomation.camel.ingress.ReceivedEvent;
import dev.callautomation.camel.model.ResultInformation;
import dev.callautomation.camel.operation.CallAutomationOperation;
import dev.callautomation.camel.operation.Completion;
import dev.callautomation.camel.operation.Completion.Link;
import dev.callautomation.camel.operation.Expectation;

/** An operation that waits for the event that ends it. It ends once, with what comes first. */
public final class PendingOperation {

    /** How long the event that explains the end of a call may lag behind it. */
    private static final long EXPLANATION_MILLIS = 1_000;

    private final PendingOperations all;
    private final long number;
    private final CallAutomationOperation operation;
    private final Completion completion;
    private final Consumer<Outcome> listener;
    private final Map<Link, String> ids = new EnumMap<>(Link.class);
    private int left;
    private Set<String> counted;
    private Future<?> deadline;
    private boolean callEnded;
    private boolean over;

    PendingOperation(
            PendingOperations all,
            long number,
            CallAutomationOperation operation,
            Expectation expectation,
            Consumer<Outcome> listener) {
        this.all = all;
        this.number = number;
        this.operation = operation;
        this.completion = expectation.completion();
        this.left = expectation.times();
        this.listener = listener;
    }

    long number() {
        return number;
    }

    CallAutomationOperation operation() {
        return operation;
    }

    /** Adds what the operation is about, as soon as that is known. */
    public void watch(Link link, String id) {
        synchronized (this) {
            if (over || ids.putIfAbsent(link, id) != null) {
                return;
            }
        }
        all.watch(this, link, id);
        synchronized (this) {
            if (!over) {
                return;
            }
        }
        // it ended meanwhile, perhaps before it could be found by this
        all.forget(this, link, id);
    }

    /** Runs a task at the deadline, unless the wait has ended by then. Replaces an earlier deadline. */
    public void deadline(long millis, Runnable task) {
        deadline(millis, task, false);
    }

    private void deadline(long millis, Runnable task, boolean last) {
        try {
            synchronized (this) {
                if (!over && !callEnded) {
                    callEnded = last;
                    replaceDeadline(millis, task);
                }
            }
        } catch (RejectedExecutionException e) {
            // the timer has stopped with the component
            end(Ending.STOPPED);
        }
    }

    private void replaceDeadline(long millis, Runnable task) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        deadline = all.schedule(task, millis);
    }

    /**
     * Ends the wait, if the event does that.
     *
     * @param  owner the operation that the event names, and is about alone; {@code null} if there is none
     * @return       comes when what follows has settled
     */
    Optional<CompletableFuture<Void>> offer(Link link, ReceivedEvent event, PendingOperation owner) {
        if (link != Link.OPERATION && owner != null && owner != this && !Links.endsCall(event.envelope())) {
            // of two in one call, the event names the other
            return Optional.empty();
        }
        return switch (completion.verdict(
                link, event.envelope().shortType(), event.envelope().data())) {
            case SUCCEEDED -> succeeded(event);
            case FAILED, CALL_ENDED -> end(Outcome.of(Ending.FAILED, event.typed()));
            case CALL_ENDED_PERHAPS_BY_IT -> {
                awaitExplanation(event);
                yield Optional.empty();
            }
            case NONE -> Optional.empty();
        };
    }

    private void awaitExplanation(ReceivedEvent end) {
        ResultInformation result = end.envelope().resultInformation();
        boolean asIntended = result != null && completion.intends(result.subCode());
        deadline(
                EXPLANATION_MILLIS,
                () -> end(Outcome.of(asIntended ? Ending.SUCCEEDED : Ending.FAILED, end.typed())),
                true);
    }

    private Optional<CompletableFuture<Void>> succeeded(ReceivedEvent event) {
        synchronized (this) {
            if (left > 1) {
                counted = counted == null ? new HashSet<>() : counted;
                // the same event, delivered twice, is one
                if (counted.add(event.envelope().id())) {
                    left--;
                }
                return Optional.empty();
            }
            if (counted != null && counted.contains(event.envelope().id())) {
                return Optional.empty();
            }
        }
        return end(Outcome.of(Ending.SUCCEEDED, event.typed()));
    }

    /** Ends the wait without an event; what comes later is not waited for. */
    public void end(Ending ending) {
        end(Outcome.without(ending));
    }

    /** Gives the wait up without telling, as there is no answer; says whether it had not ended. */
    public boolean abandon() {
        all.unanswered(ids.get(Link.OPERATION));
        return close(null);
    }

    Optional<CompletableFuture<Void>> end(Outcome outcome) {
        if (!close(outcome)) {
            return Optional.empty();
        }
        listener.accept(outcome);
        return Optional.of(outcome.settled());
    }

    private boolean close(Outcome outcome) {
        Future<?> timer;
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
            timer = deadline;
        }
        if (timer != null) {
            timer.cancel(false);
        }
        ids.forEach((link, id) -> all.forget(this, link, id));
        all.ended(ids.get(Link.OPERATION), outcome);
        return true;
    }
}
