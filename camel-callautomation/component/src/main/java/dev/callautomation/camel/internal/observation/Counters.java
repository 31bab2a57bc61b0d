package dev.callautomation.camel.internal.observation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.security.RefusalKind;

/** Counters that are always kept, for JMX, the dev console and health checks. Their number is bounded. */
public final class Counters implements Observations {

    private final Map<CallAutomationOperation, OperationCounters> operations =
            new EnumMap<>(CallAutomationOperation.class);
    private final Map<RefusalKind, LongAdder> refused = new EnumMap<>(RefusalKind.class);
    private final Map<String, Map<String, LongAdder>> events = new ConcurrentHashMap<>();
    private final LongAdder refusedDeliveries = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder deduplicated = new LongAdder();
    private final LongAdder redelivered = new LongAdder();
    private final LongAdder unmatched = new LongAdder();
    private final LongAdder orphaned = new LongAdder();

    /** In milliseconds, as an instant would be allocated for each delivery; 0 for none. */
    private volatile long lastAccepted;

    public Counters() {
        for (CallAutomationOperation operation : CallAutomationOperation.values()) {
            operations.put(operation, new OperationCounters());
        }
        for (RefusalKind kind : RefusalKind.values()) {
            refused.put(kind, new LongAdder());
        }
    }

    @Override
    public void requestRetried(CallAutomationOperation operation, int status) {
        operations.get(operation).retried();
    }

    @Override
    public void requestEnded(CallAutomationOperation operation, int status, long duration) {
        operations.get(operation).requested();
    }

    @Override
    public void operationAccepted(CallAutomationOperation operation) {
        operations.get(operation).accepted();
    }

    @Override
    public void operationEnded(
            CallAutomationOperation operation, OperationOutcome outcome, Integer subCode, long duration) {
        operations.get(operation).ended(outcome, subCode);
    }

    @Override
    public void deliveryAccepted() {
        accepted.increment();
        lastAccepted = System.currentTimeMillis();
    }

    @Override
    public void deliveryRefused(RefusalKind kind) {
        refusedDeliveries.increment();
        otherRefused(kind);
    }

    @Override
    public void otherRefused(RefusalKind kind) {
        refused.get(kind).increment();
    }

    @Override
    public void eventReceived(EventEnvelope event) {
        counter(Labels.type(event), Labels.subCode(event)).increment();
    }

    /** Looked up first: to compute what is absent locks a part of the map, also where it is present. */
    private LongAdder counter(String type, String subCode) {
        Map<String, LongAdder> bySubCode = events.get(type);
        LongAdder counter = bySubCode == null ? null : bySubCode.get(subCode);
        return counter != null
                ? counter
                : events.computeIfAbsent(type, first -> new ConcurrentHashMap<>())
                        .computeIfAbsent(subCode, first -> new LongAdder());
    }

    @Override
    public void eventDeduplicated() {
        deduplicated.increment();
    }

    @Override
    public void eventRedelivered() {
        redelivered.increment();
    }

    @Override
    public void eventUnmatched() {
        unmatched.increment();
    }

    @Override
    public void eventOrphaned() {
        orphaned.increment();
    }

    long accepted() {
        return accepted.sum();
    }

    long refused() {
        return refusedDeliveries.sum();
    }

    long refused(RefusalKind kind) {
        return refused.get(kind).sum();
    }

    long deduplicated() {
        return deduplicated.sum();
    }

    long redelivered() {
        return redelivered.sum();
    }

    long unmatched() {
        return unmatched.sum();
    }

    long orphaned() {
        return orphaned.sum();
    }

    /** {@code null} if there was none. */
    public Instant lastAcceptedDelivery() {
        return lastAccepted == 0 ? null : Instant.ofEpochMilli(lastAccepted);
    }

    /** The present values. They are read one after another, while others change. */
    public Counts counts() {
        Map<CallAutomationOperation, OperationCounts> byOperation = new EnumMap<>(CallAutomationOperation.class);
        operations.forEach((operation, counters) -> byOperation.put(operation, counters.counts()));
        Map<RefusalKind, Long> byKind = new EnumMap<>(RefusalKind.class);
        refused.forEach((kind, counter) -> byKind.put(kind, counter.sum()));
        Map<String, Map<String, Long>> byType = new TreeMap<>();
        events.forEach((type, counters) -> byType.put(type, OperationCounters.counts(counters)));
        return new Counts(
                byOperation,
                accepted.sum(),
                refusedDeliveries.sum(),
                byKind,
                lastAcceptedDelivery(),
                byType,
                deduplicated.sum(),
                redelivered.sum(),
                unmatched.sum(),
                orphaned.sum());
    }
}
