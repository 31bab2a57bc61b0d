package dev.callautomation.camel.internal.observation;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counters of one operation. */
final class OperationCounters {

    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final Map<OperationOutcome, LongAdder> outcomes = new EnumMap<>(OperationOutcome.class);
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();

    OperationCounters() {
        for (OperationOutcome outcome : OperationOutcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
    }

    void requested() {
        requests.increment();
    }

    void retried() {
        retries.increment();
    }

    void accepted() {
        accepted.increment();
    }

    void ended(OperationOutcome outcome, Integer subCode) {
        outcomes.get(outcome).increment();
        if (outcome == OperationOutcome.FAILED) {
            increment(failures, subCode);
        } else if (outcome == OperationOutcome.REFUSED) {
            increment(refusals, subCode);
        }
    }

    private static void increment(Map<String, LongAdder> counters, Integer subCode) {
        counters.computeIfAbsent(Labels.subCode(subCode), label -> new LongAdder())
                .increment();
    }

    OperationCounts counts() {
        Map<OperationOutcome, Long> ended = new EnumMap<>(OperationOutcome.class);
        outcomes.forEach((outcome, counter) -> ended.put(outcome, counter.sum()));
        return new OperationCounts(
                requests.sum(), retries.sum(), accepted.sum(), ended, counts(failures), counts(refusals));
    }

    static Map<String, Long> counts(Map<String, LongAdder> counters) {
        Map<String, Long> counts = new TreeMap<>();
        counters.forEach((label, counter) -> counts.put(label, counter.sum()));
        return counts;
    }
}
