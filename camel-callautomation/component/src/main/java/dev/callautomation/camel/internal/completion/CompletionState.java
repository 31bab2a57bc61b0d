package dev.callautomation.camel.internal.completion;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

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
 * @param ids               the ids by which its events are correlated
 * @param successes         the ids of the events of success so far, if more than one is required
 * @param outcome           the result if completed; after the end of the call, the result unless another event reports it;
 *                          else {@code null}
 */
record CompletionState(
        CompletionRules rules,
        int requiredSuccesses,
        CorrelationIds ids,
        Phase phase,
        Set<String> successes,
        Outcome outcome) {

    enum Phase {
        PENDING,
        /** The call has ended, possibly because of the operation. */
        CALL_ENDED,
        /** Final: there is an outcome. */
        COMPLETED,
        /** Final without an outcome: the service did not respond to the request, or refused it. */
        ABANDONED
    }

    /** Its ids are added as soon as it can be found by them. */
    static CompletionState pending(CompletionExpectation expectation) {
        return new CompletionState(
                expectation.rules(),
                expectation.requiredSuccesses(),
                CorrelationIds.NONE,
                Phase.PENDING,
                Collections.emptySet(),
                null);
    }

    boolean isFinal() {
        return phase == Phase.COMPLETED || phase == Phase.ABANDONED;
    }

    /** An id has become known. The first id of a kind stays. */
    CompletionState correlatedBy(CorrelationKey key, String id) {
        return isFinal() || ids.get(key) != null
                ? this
                : new CompletionState(rules, requiredSuccesses, ids.with(key, id), phase, successes, outcome);
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
        return new CompletionState(rules, requiredSuccesses, ids, phase, Collections.unmodifiableSet(more), outcome);
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
                ids,
                Phase.CALL_ENDED,
                successes,
                new Outcome(success ? Status.SUCCEEDED : Status.FAILED, event));
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
        return isFinal() ? this : new CompletionState(rules, requiredSuccesses, ids, Phase.ABANDONED, successes, null);
    }

    private CompletionState completed(Outcome result) {
        return isFinal()
                ? this
                : new CompletionState(rules, requiredSuccesses, ids, Phase.COMPLETED, successes, result);
    }
}
