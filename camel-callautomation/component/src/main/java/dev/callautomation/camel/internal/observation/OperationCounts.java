package dev.callautomation.camel.internal.observation;

import java.util.Collections;
import java.util.Map;

/**
 * What was counted for one operation since the start of the component.
 *
 * @param requests          requests, without retries
 * @param retries           retries of requests
 * @param accepted          operations that the service has accepted, by its response or the event that completed them
 * @param outcomes          operations by their outcome; has all outcomes
 * @param failedBySubCode   operations that an event reported as failed, by subcode: {@code none} without one, {@code other} for
 *                          one that is not known
 * @param refusedBySubCode  operations whose request was refused, by the error code, likewise
 */
public record OperationCounts(
        long requests,
        long retries,
        long accepted,
        Map<OperationOutcome, Long> outcomes,
        Map<String, Long> failedBySubCode,
        Map<String, Long> refusedBySubCode) {

    public OperationCounts {
        outcomes = Collections.unmodifiableMap(outcomes);
        failedBySubCode = Collections.unmodifiableMap(failedBySubCode);
        refusedBySubCode = Collections.unmodifiableMap(refusedBySubCode);
    }

    public long ended(OperationOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** Whether nothing was counted. */
    public boolean isEmpty() {
        return requests == 0
                && outcomes.values().stream().mapToLong(Long::longValue).sum() == 0;
    }
}
