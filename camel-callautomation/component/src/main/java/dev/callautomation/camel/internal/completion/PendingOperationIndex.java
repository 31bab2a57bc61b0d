package dev.callautomation.camel.internal.completion;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Finds pending operations by the ids by which their events are correlated. */
final class PendingOperationIndex {

    private final ConcurrentSkipListMap<Entry, PendingOperation> entries = new ConcurrentSkipListMap<>();

    /** Several operations may share an id, such as that of their call, so that each entry has the operation's number. */
    private record Entry(CorrelationKey key, String id, long number) implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            int keys = key.compareTo(other.key);
            int ids = keys == 0 ? id.compareTo(other.id) : keys;
            return ids == 0 ? Long.compare(number, other.number) : ids;
        }
    }

    void add(PendingOperation operation, CorrelationKey key, String id) {
        entries.put(new Entry(key, id, operation.number()), operation);
    }

    void remove(PendingOperation operation, CorrelationKey key, String id) {
        entries.remove(new Entry(key, id, operation.number()));
    }

    /** In the order in which they were registered. */
    List<PendingOperation> find(CorrelationKey key, String id) {
        ConcurrentNavigableMap<Entry, PendingOperation> found =
                entries.subMap(new Entry(key, id, 0), true, new Entry(key, id, Long.MAX_VALUE), true);
        return found.isEmpty() ? List.of() : List.copyOf(found.values());
    }

    /** An operation occurs once for each of its ids. */
    Collection<PendingOperation> all() {
        return entries.values();
    }
}
