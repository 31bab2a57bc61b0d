package dev.callautomation.camel.internal.completion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Finds pending operations by the ids by which their events are correlated. */
final class PendingOperationIndex {

    /**
     * By kind of id and id: the operation itself, or a {@link Several}. An entry of one operation takes 40 bytes that way,
     * with a key of its own in a sorted map 70.
     */
    private final Map<CorrelationKey, ConcurrentHashMap<String, Object>> entries = new EnumMap<>(CorrelationKey.class);

    /** Operations that share an id, such as that of their call, in the order in which they were registered. Immutable. */
    private record Several(List<PendingOperation> operations) {}

    PendingOperationIndex() {
        for (CorrelationKey key : CorrelationKey.values()) {
            entries.put(key, new ConcurrentHashMap<>());
        }
    }

    void add(PendingOperation operation, CorrelationKey key, String id) {
        entries.get(key).merge(id, operation, (before, added) -> {
            List<PendingOperation> all = new ArrayList<>(operations(before));
            all.add(operation);
            all.sort(Comparator.comparingLong(PendingOperation::number));
            return new Several(List.copyOf(all));
        });
    }

    void remove(PendingOperation operation, CorrelationKey key, String id) {
        entries.get(key).computeIfPresent(id, (same, before) -> {
            List<PendingOperation> left = operations(before).stream()
                    .filter(other -> other != operation)
                    .toList();
            return left.size() > 1 ? new Several(left) : left.isEmpty() ? null : left.get(0);
        });
    }

    /** In the order in which they were registered. */
    List<PendingOperation> find(CorrelationKey key, String id) {
        Object found = entries.get(key).get(id);
        return found == null ? List.of() : operations(found);
    }

    private static List<PendingOperation> operations(Object entry) {
        return entry instanceof PendingOperation one ? List.of(one) : ((Several) entry).operations();
    }

    /** Each operation has one entry of this kind. */
    Stream<PendingOperation> all() {
        return entries.get(CorrelationKey.OPERATION).values().stream().flatMap(entry -> operations(entry).stream());
    }

    /** The number of ids by which operations are found, counted for each operation. */
    int size() {
        return entries.values().stream()
                .flatMap(ids -> ids.values().stream())
                .mapToInt(entry -> operations(entry).size())
                .sum();
    }
}
