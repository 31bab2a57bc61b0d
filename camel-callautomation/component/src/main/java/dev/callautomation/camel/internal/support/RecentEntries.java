package dev.callautomation.camel.internal.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * The entries that were written last: at least as many as its capacity, and less than twice as many. They are in two
 * generations, of which the older one is dropped when the younger one is full, so that no lock and no list in the order of use
 * is needed. With the LRU cache of Camel, which copies that list again and again as soon as entries are removed, half of the
 * CPU of an event was spent there.
 */
public final class RecentEntries<K, V> {

    private static final int SMALL = 16;

    private final int capacity;
    private volatile Generations<K, V> generations = new Generations<>(Map.of());

    private record Generations<K, V>(ConcurrentMap<K, V> young, Map<K, V> old) {

        /** A table of the size that it will need: growing to it step by step took 3% of the CPU of an event. */
        Generations(Map<K, V> old) {
            this(new ConcurrentHashMap<>(Math.max(SMALL, old.size())), old);
        }

        V get(K key) {
            V value = young.get(key);
            return value == null ? old.get(key) : value;
        }
    }

    public RecentEntries(int capacity) {
        this.capacity = capacity;
    }

    /** The value; {@code null} if there is none. */
    public V get(K key) {
        return generations.get(key);
    }

    /** The value, unless it is to be put again so that it remains; {@code null} then, and if there is none. */
    public V getYoung(K key) {
        return generations.young.get(key);
    }

    public boolean containsKey(K key) {
        return get(key) != null;
    }

    public boolean isEmpty() {
        Generations<K, V> now = generations;
        return now.young.isEmpty() && now.old.isEmpty();
    }

    /** The values, in no order. */
    public Stream<V> values() {
        Generations<K, V> now = generations;
        return Stream.concat(
                now.young.values().stream(),
                now.old.entrySet().stream()
                        .filter(entry -> !now.young.containsKey(entry.getKey()))
                        .map(Map.Entry::getValue));
    }

    public void put(K key, V value) {
        Generations<K, V> now = generations;
        now.young.put(key, value);
        replaceIfFull(now);
    }

    /** Returns the value that is there; {@code null} if it is the new one. */
    public V putIfAbsent(K key, V value) {
        Generations<K, V> now = generations;
        V before = now.old.get(key);
        if (before == null) {
            before = now.young.putIfAbsent(key, value);
            replaceIfFull(now);
        }
        return before;
    }

    /** Puts a value, merged with the one that is there, and returns the result. */
    public V merge(K key, V value, BinaryOperator<V> function) {
        Generations<K, V> now = generations;
        V merged = now.young.compute(key, (same, young) -> {
            V before = young == null ? now.old.get(key) : young;
            return before == null ? value : function.apply(before, value);
        });
        replaceIfFull(now);
        return merged;
    }

    public void remove(K key) {
        Generations<K, V> now = generations;
        now.young.remove(key);
        if (!now.old.isEmpty()) {
            now.old.remove(key);
        }
    }

    private void replaceIfFull(Generations<K, V> used) {
        if (used.young.size() >= capacity) {
            synchronized (this) {
                if (generations == used) {
                    generations = new Generations<>(used.young);
                }
            }
        }
    }
}
