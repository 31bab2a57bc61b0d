package dev.callautomation.camel.internal.support;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentEntriesTest {

    private static final int CAPACITY = 10;

    private final RecentEntries<Integer, Integer> entries = new RecentEntries<>(CAPACITY);

    @Test
    void asManyAsItsCapacityAreRememberedAndFewerThanTwiceAsMany() {
        for (int i = 0; i < 10 * CAPACITY; i++) {
            assertThat(entries.putIfAbsent(i, i)).isNull();
            int last = i;
            assertThat(IntStream.rangeClosed(Math.max(0, last - CAPACITY + 1), last))
                    .allMatch(key -> entries.containsKey(key) && entries.putIfAbsent(key, -1) == key);
            assertThat(IntStream.rangeClosed(0, last)
                            .filter(entries::containsKey)
                            .count())
                    .isLessThan(2 * CAPACITY);
        }
    }

    @Test
    void anEntryThatWasRemovedIsNewAgainWhereverItWas() {
        IntStream.range(0, CAPACITY + 1).forEach(key -> entries.put(key, key));
        for (int key : new int[] {0, CAPACITY}) {
            entries.remove(key);
            assertThat(entries.containsKey(key)).isFalse();
            assertThat(entries.putIfAbsent(key, key)).isNull();
        }
    }

    @Test
    void anEntryThatIsMergedStaysWithItsLatestValue() {
        for (int i = 0; i < 10 * CAPACITY; i++) {
            entries.put(i + 1, i);
            assertThat(entries.merge(0, 1, Integer::sum)).isEqualTo(i + 1);
            assertThat(entries.get(0)).isEqualTo(i + 1);
        }
        assertThat(entries.values().filter(value -> value == 10 * CAPACITY)).hasSize(1);
    }
}
