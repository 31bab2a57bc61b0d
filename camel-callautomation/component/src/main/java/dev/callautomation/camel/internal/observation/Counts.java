package dev.callautomation.camel.internal.observation;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.security.RefusalKind;

/**
 * What was counted since the start of the component.
 *
 * @param operations           has all operations
 * @param deliveriesAccepted   deliveries of events that were acknowledged
 * @param refused              deliveries of events that were refused
 * @param deliveriesRefused    deliveries, handshakes, connections and other requests that were refused; has all reasons
 * @param lastAcceptedDelivery {@code null} if there was none
 * @param eventsBySubCode      events that were received, each once, by type without prefix and by subcode: those that
 *                             have occurred, {@code other} for what is not known, {@code none} without a subcode
 * @param deduplicated         repetitions of events that were not passed to a consumer
 * @param redelivered          repetitions of events that were passed to a consumer which had not processed them
 * @param unmatched            events that no consumer matches
 * @param orphaned             events of awaited operations that were not pending any more
 */
public record Counts(
        Map<CallAutomationOperation, OperationCounts> operations,
        long deliveriesAccepted,
        long refused,
        Map<RefusalKind, Long> deliveriesRefused,
        Instant lastAcceptedDelivery,
        Map<String, Map<String, Long>> eventsBySubCode,
        long deduplicated,
        long redelivered,
        long unmatched,
        long orphaned) {

    /** For a component that was not started. */
    public static final Counts NONE = new Counters().counts();

    public Counts {
        operations = Collections.unmodifiableMap(operations);
        deliveriesRefused = Collections.unmodifiableMap(deliveriesRefused);
        eventsBySubCode = Collections.unmodifiableMap(eventsBySubCode);
    }

    /** The sum over all operations. */
    public long sum(ToLongFunction<OperationCounts> count) {
        return operations.values().stream().mapToLong(count).sum();
    }

    /** The number of all operations that ended so. */
    public long ended(OperationOutcome outcome) {
        return sum(counts -> counts.ended(outcome));
    }

    /** What was refused, by the reasons that have occurred. */
    public Map<RefusalKind, Long> refusedByReason() {
        Map<RefusalKind, Long> occurred = new EnumMap<>(RefusalKind.class);
        deliveriesRefused.forEach((kind, count) -> {
            if (count > 0) {
                occurred.put(kind, count);
            }
        });
        return occurred;
    }

    /** The events by type. */
    public Map<String, Long> events() {
        Map<String, Long> byType = new TreeMap<>();
        eventsBySubCode.forEach((type, counts) -> byType.put(type, sum(counts)));
        return byType;
    }

    /** The number of all events. */
    public long received() {
        return eventsBySubCode.values().stream().mapToLong(Counts::sum).sum();
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
