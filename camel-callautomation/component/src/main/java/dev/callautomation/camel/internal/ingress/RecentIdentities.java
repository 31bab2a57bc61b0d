package dev.callautomation.camel.internal.ingress;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The identities that were added last, as many as its capacity or more, with two numbers each. They are in arrays of numbers:
 * the entries of maps live for some collections of the young generation, each of which copied those that were added since the
 * last one. With three such maps, that took a tenth of the CPU of an event.
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
     * @param number greater than 0
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
        private static final long EMPTY = 0;
        private static final long REMOVED = -1;

        private final long[] cells;
        private int used;

        /** @param size the number of identities that it has room for */
        Table(int size) {
            int places = SMALL;
            while (limit(places) < size) {
                places *= 2;
            }
            cells = new long[places * WIDTH];
        }

        /** With more room. */
        Table(Table other) {
            this(limit(other.places()) + 1);
            for (int at = 0; at < other.cells.length; at += WIDTH) {
                if (other.cells[at + NUMBER] > 0) {
                    put(other.cells[at], other.cells[at + SECOND], other.cells[at + NUMBER], other.cells[at + TIME]);
                }
            }
        }

        /** At most three quarters of the places, so that a search ends soon. */
        private static int limit(int places) {
            return places / 4 * 3;
        }

        private int places() {
            return cells.length / WIDTH;
        }

        /** This table, which the collector need not copy as it would a new one. */
        Table emptied() {
            Arrays.fill(cells, EMPTY);
            used = 0;
            return this;
        }

        boolean isFull() {
            return used >= limit(places());
        }

        @Nullable
        Numbers get(EventIdentity identity) {
            int at = find(identity.first(), identity.second());
            return cells[at + NUMBER] > 0 ? new Numbers(cells[at + NUMBER], cells[at + TIME]) : null;
        }

        /** The place of an identity, or the empty one where it belongs. */
        private int find(long first, long second) {
            int mask = cells.length - 1;
            int at = (int) second * WIDTH & mask;
            while (cells[at + NUMBER] != EMPTY && !(cells[at] == first && cells[at + SECOND] == second)) {
                at = at + WIDTH & mask;
            }
            return at;
        }

        void put(long first, long second, long number, long time) {
            int at = find(first, second);
            used += cells[at + NUMBER] == EMPTY ? 1 : 0;
            cells[at] = first;
            cells[at + SECOND] = second;
            cells[at + NUMBER] = number;
            cells[at + TIME] = time;
        }

        void remove(EventIdentity identity) {
            int at = find(identity.first(), identity.second());
            if (cells[at + NUMBER] != EMPTY) {
                cells[at + NUMBER] = REMOVED;
            }
        }
    }
}
