package dev.callautomation.simulator.delivery;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts events that wait for their turn, for an answer or for a retry. Thread-safe. A receiver that is slow or gone
 * would otherwise fill the memory.
 */
public final class PendingDeliveries {

    private final int limit;
    private volatile AtomicInteger count = new AtomicInteger();

    public PendingDeliveries(int limit) {
        this.limit = limit;
    }

    /** Whether requests should be refused, as they lead to more events. Those of what goes on anyway still have room. */
    public boolean isFull() {
        return count.get() >= limit;
    }

    /**
     * Counts an event until all its copies are delivered or given up; empty when there is no room.
     *
     * @param copies how many there are, each of which has to end
     */
    Optional<Pending> begin(int copies) {
        AtomicInteger current = count;
        if (current.incrementAndGet() > 2L * limit) {
            current.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(new Pending(current, new AtomicInteger(copies)));
    }

    /** Begins anew; what is pending does not count any more. */
    void reset() {
        count = new AtomicInteger();
    }

    int size() {
        return count.get();
    }

    /** An event that counts. */
    record Pending(AtomicInteger count, AtomicInteger copies) {

        /** A copy is delivered or given up. */
        void end() {
            if (copies.decrementAndGet() == 0) {
                count.decrementAndGet();
            }
        }
    }
}
