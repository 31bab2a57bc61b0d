package dev.callautomation.simulator.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A small immutable map in the order of its source. Timelines hold one for each entry: a {@code LinkedHashMap} of five
 * details takes 400 bytes, this one 80.
 */
final class TimelineDetails extends AbstractMap<String, String> {

    private final String[] namesAndValues;

    private TimelineDetails(String[] namesAndValues) {
        this.namesAndValues = namesAndValues;
    }

    static TimelineDetails copyOf(Map<String, String> source) {
        return source instanceof TimelineDetails same ? same : of(source, value -> value);
    }

    static TimelineDetails of(Map<String, String> source, UnaryOperator<String> change) {
        String[] all = new String[2 * source.size()];
        int next = 0;
        for (Entry<String, String> entry : source.entrySet()) {
            all[next++] = entry.getKey();
            all[next++] = change.apply(entry.getValue());
        }
        return new TimelineDetails(all);
    }

    /** About how many bytes the values take; names are constants. */
    long sizeOfValues() {
        long size = 0;
        for (int i = 1; i < namesAndValues.length; i += 2) {
            size += TextSize.of(namesAndValues[i]);
        }
        return size;
    }

    @Override
    public String get(Object name) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals(name)) {
                return namesAndValues[i + 1];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {

            @Override
            public int size() {
                return namesAndValues.length / 2;
            }

            @Override
            public Iterator<Entry<String, String>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, String>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < namesAndValues.length;
        }

        @Override
        public Entry<String, String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            next += 2;
            return Map.entry(namesAndValues[next - 2], namesAndValues[next - 1]);
        }
    }
}
