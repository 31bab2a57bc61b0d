package dev.callautomation.camel.internal.completion;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.completion.Outcome.Status;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.model.ResultInformation;

/**
 * The state of one pending operation. Transitions return the next state, or the same one if nothing changes; a final state
 * never changes.
 *
 * @param rules             the events that complete the operation
 * @param requiredSuccesses the number of events of success that complete it
 * @param successes         the ids of the events of success so far, if more than one is required
 * @param outcome           the result if completed; after the end of the call, the result unless another event reports it;
 *                          else {@code null}
 * @param processed         of a completed operation: to be completed when its event need not be delivered again; else
 *                          {@code null}
 */
record CompletionState(
        CompletionRules rules,
        int requiredSuccesses,
        Phase phase,
        Set<String> successes,
        Outcome outcome,
        CompletableFuture<Void> processed) {

    enum Phase {
        PENDING,
        /** The call has ended, possibly because of the operation. */
        CALL_ENDED,
        /** Final: there is an outcome. */
        COMPLETED,
        /** Final without an outcome: the service did not respond to the request, or refused it. */
        ABANDONED
    }

    static CompletionState pending(CompletionRules rules, int requiredSuccesses) {
        return new CompletionState(rules, requiredSuccesses, Phase.PENDING, Collections.emptySet(), null, null);
    }

    boolean isFinal() {
        return phase == Phase.COMPLETED || phase == Phase.ABANDONED;
    }

    /**
     * An event has arrived that shares an id with the operation.
     *
     * @param key the kind of that id
     */
    CompletionState eventReceived(CorrelationKey key, ReceivedEvent event) {
        if (isFinal()) {
            return this;
        }
        EventEnvelope envelope = event.envelope();
        return switch (rules.meaning(key, envelope.shortType(), envelope.data())) {
            case SUCCEEDED -> succeeded(event);
            case FAILED, CALL_ENDED -> completed(new Outcome(Status.FAILED, event));
            case CALL_ENDED_POSSIBLY_BY_OPERATION -> callEnded(event);
            case NONE -> this;
        };
    }

    private CompletionState succeeded(ReceivedEvent event) {
        String id = event.envelope().id();
        if (successes.contains(id)) {
            // delivered again
            return this;
        }
        if (successes.size() + 1 >= requiredSuccesses) {
            return completed(new Outcome(Status.SUCCEEDED, event));
        }
        // not Set.copyOf, as an event may have no id
        Set<String> more = new HashSet<>(successes);
        more.add(id);
        return new CompletionState(rules, requiredSuccesses, phase, Collections.unmodifiableSet(more), outcome, null);
    }

    private CompletionState callEnded(ReceivedEvent event) {
        if (phase == Phase.CALL_ENDED) {
            return this;
        }
        ResultInformation result = event.envelope().resultInformation();
        boolean success = result != null && rules.succeedsWithEndOfCall(result.subCode());
        return new CompletionState(
                rules,
                requiredSuccesses,
                Phase.CALL_ENDED,
                successes,
                new Outcome(success ? Status.SUCCEEDED : Status.FAILED, event),
                null);
    }

    /** The call has ended, and no event has reported the result of the operation since. */
    CompletionState resultMissing() {
        return phase == Phase.CALL_ENDED ? completed(outcome) : this;
    }

    /** No event has arrived in time. */
    CompletionState timedOut() {
        return completed(Outcome.TIMED_OUT);
    }

    /** The component stops. */
    CompletionState stopped() {
        return completed(Outcome.STOPPED);
    }

    /** The service has not responded to the request, or has refused it. */
    CompletionState abandoned() {
        return isFinal() ? this : new CompletionState(rules, requiredSuccesses, Phase.ABANDONED, successes, null, null);
    }

    private CompletionState completed(Outcome result) {
        return isFinal()
                ? this
                : new CompletionState(
                        rules, requiredSuccesses, Phase.COMPLETED, successes, result, new CompletableFuture<>());
    }
}
