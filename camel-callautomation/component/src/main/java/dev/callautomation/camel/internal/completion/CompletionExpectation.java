package dev.callautomation.camel.internal.completion;

import java.time.Duration;

/**
 * What completes an operation that is about to be sent.
 *
 * @param rules             the events that complete it
 * @param ids               the ids by which such events are correlated, as far as they are known before the response
 * @param requiredSuccesses the number of events of success that complete it: one for each participant that is moved
 * @param timeout           the time within which the event is expected, unless the option completionTimeout is set
 */
public record CompletionExpectation(
        CompletionRules rules, CorrelationIds ids, int requiredSuccesses, Duration timeout) {

    /** For operations without a time limit of their own. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

    /**
     * For operations that ring a phone: the service cancels an unanswered call after "usually 2 minutes" according to its
     * documentation, plus a margin for the delivery of the event.
     */
    public static final Duration RINGING_TIMEOUT = Duration.ofMinutes(3);

    /** Time that is added to a time limit which a request sets, for the delivery of the event. */
    public static final Duration MARGIN = Duration.ofSeconds(30);

    public static CompletionExpectation of(CompletionRules rules) {
        return new CompletionExpectation(rules, CorrelationIds.NONE, 1, DEFAULT_TIMEOUT);
    }

    CompletionState pending() {
        return requiredSuccesses == 1 ? rules.pending() : CompletionState.pending(rules, requiredSuccesses);
    }

    /** This expectation with one more id; unchanged if the id is {@code null}. */
    public CompletionExpectation correlatedBy(CorrelationKey key, String id) {
        return id == null ? this : new CompletionExpectation(rules, ids.with(key, id), requiredSuccesses, timeout);
    }

    public CompletionExpectation withRequiredSuccesses(int successes) {
        return new CompletionExpectation(rules, ids, successes, timeout);
    }

    public CompletionExpectation withTimeout(Duration limit) {
        return new CompletionExpectation(rules, ids, requiredSuccesses, limit);
    }
}
