package dev.callautomation.camel.internal.ingress;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The identities that were added last, as many as its capacity or more, with two numbers each. They are in arrays of numbers:
 * the entries of maps live for some collections of the young generation, each of which copied those that were added since the
 * last one. With three such maps, that took a tenth of the CPU of an event.
 *
 * <p>Most events are new, which a table finds out from bytes alone, one for each place. Entries are written one after another.
 * So an event hardly reads or writes anything that is not in the caches of the processor.
 *
 * <p>Each part of them has a lock of its own, so that different events seldom wait for each other.
 */
public final class RecentIdentities {

    private static final int PARTS = 16;

    private final Part[] parts = new Part[PARTS];

    /** What was added with an identity. */
    public record Numbers(long number, long time) {}

    /** @param capacity some thousands: a part that gets more than its share forgets earlier. A fifth more makes that unlikely. */
    public RecentIdentities(int capacity) {
        int share = (capacity + capacity / 5) / PARTS + 1;
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new Part(share);
        }
    }

    /** Says whether it is new. */
    boolean add(EventIdentity identity) {
        return putIfAbsent(identity, 1, 0) == null;
    }

    /**
     * Returns what is there; {@code null} if that is new.
     *
     * @param number not negative
     */
    public @Nullable Numbers putIfAbsent(EventIdentity identity, long number, long time) {
        return part(identity).putIfAbsent(identity, number, time);
    }

    boolean contains(EventIdentity identity) {
        return part(identity).get(identity) != null;
    }

    void remove(EventIdentity identity) {
        part(identity).remove(identity);
    }

    private Part part(EventIdentity identity) {
        return parts[(int) identity.first() & PARTS - 1];
    }

    /** Two tables, of which the older one is emptied when the younger one is full. */
    private static final class Part {

        private final int share;
        private Table young = new Table(0);
        private Table old = new Table(0);

        Part(int share) {
            this.share = share;
        }

        synchronized @Nullable Numbers get(EventIdentity identity) {
            Numbers numbers = young.get(identity);
            return numbers == null ? old.get(identity) : numbers;
        }

        synchronized @Nullable Numbers putIfAbsent(EventIdentity identity, long number, long time) {
            Numbers before = get(identity);
            if (before == null) {
                if (young.used == share) {
                    Table oldest = old;
                    old = young;
                    young = oldest.places() == old.places() ? oldest.emptied() : new Table(share);
                } else if (young.isFull()) {
                    young = new Table(young);
                }
                young.put(identity.first(), identity.second(), number, time);
            }
            return before;
        }

        synchronized void remove(EventIdentity identity) {
            young.remove(identity);
            old.remove(identity);
        }
    }

    /** Open addressing. The place of an identity that was removed stays in use, so that others are found behind it. */
    private static final class Table {

        private static final int SMALL = 4;
        private static final int WIDTH = 4;
        private static final int SECOND = 1;
        private static final int NUMBER = 2;
        private static final int TIME = 3;
        private static final long REMOVED = -1;
        private static final byte EMPTY = 0;
        private static final int TAG_BITS = 7;

        /** A part of the identity at each place. */
        private final byte[] tags;

        /** Which of the entries is at each place. */
        private final int[] indexes;

        private final long[] entries;
        private int used;

        /** @param size the number of identities that it has room for */
        Table(int size) {
            int places = SMALL;
            while (limit(places) < size) {
                places *= 2;
            }
            tags = new byte[places];
            indexes = new int[places];
            entries = new long[limit(places) * WIDTH];
        }

        /** With more room. */
        Table(Table other) {
            this(limit(other.places()) + 1);
            for (int at = 0; at < other.used * WIDTH; at += WIDTH) {
                if (other.entries[at + NUMBER] != REMOVED) {
                    put(
                            other.entries[at],
                            other.entries[at + SECOND],
                            other.entries[at + NUMBER],
                            other.entries[at + TIME]);
                }
            }
        }

        /** At most three quarters of the places, so that a search ends soon. */
        private static int limit(int places) {
            return places / 4 * 3;
        }

        private int places() {
            return tags.length;
        }

        /** This table, which the collector need not copy as it would a new one. */
        Table emptied() {
            Arrays.fill(tags, EMPTY);
            used = 0;
            return this;
        }

        boolean isFull() {
            return used >= limit(places());
        }

        @Nullable
        Numbers get(EventIdentity identity) {
            int place = find(identity.first(), identity.second());
            if (tags[place] == EMPTY) {
                return null;
            }
            int at = indexes[place] * WIDTH;
            return entries[at + NUMBER] == REMOVED ? null : new Numbers(entries[at + NUMBER], entries[at + TIME]);
        }

        /** The place of an identity, or the empty one where it belongs. */
        private int find(long first, long second) {
            byte tag = tag(second);
            int mask = tags.length - 1;
            int place = (int) second & mask;
            while (tags[place] != EMPTY && !(tags[place] == tag && isAt(place, first, second))) {
                place = place + 1 & mask;
            }
            return place;
        }

        private boolean isAt(int place, long first, long second) {
            int at = indexes[place] * WIDTH;
            return entries[at] == first && entries[at + SECOND] == second;
        }

        /** Other bits than those of the place; never {@link #EMPTY}. */
        private static byte tag(long second) {
            return (byte) (1 + (second >>> Long.SIZE - TAG_BITS));
        }

        void put(long first, long second, long number, long time) {
            int place = find(first, second);
            if (tags[place] == EMPTY) {
                tags[place] = tag(second);
                indexes[place] = used;
                used++;
            }
            int at = indexes[place] * WIDTH;
            entries[at] = first;
            entries[at + SECOND] = second;
            entries[at + NUMBER] = number;
            entries[at + TIME] = time;
        }

        void remove(EventIdentity identity) {
            int place = find(identity.first(), identity.second());
            if (tags[place] != EMPTY) {
                entries[indexes[place] * WIDTH + NUMBER] = REMOVED;
            }
        }
    }
}
