package dev.callautomation.simulator.delivery;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts events that wait for their turn, for an answer or for a retry, and their bytes. Thread-safe. A receiver that is slow or gone
 * would otherwise fill the memory.
 */
public final class PendingDeliveries {

    /** More than an event of most types takes. */
    static final long BYTES_OF_AN_EVENT = 2 * 1024L;

    private final int limit;
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile Count count = new Count();

    /** What is pending since the last reset. */
    private static final class Count {

        private final AtomicInteger events = new AtomicInteger();
        private final AtomicLong bytes = new AtomicLong();

        private boolean reaches(long limit) {
            return events.get() >= limit || bytes.get() >= limit * BYTES_OF_AN_EVENT;
        }

        private void add(int number, long size) {
            events.addAndGet(number);
            bytes.addAndGet(size);
        }
    }

    public PendingDeliveries(int limit) {
        this.limit = limit;
    }

    /** Attempts that wait for an answer; those that wait for their turn or for a retry are not among them. */
    public int attempts() {
        return attempts.get();
    }

    /** An attempt, or another request that is sent, begins, which has to end. */
    public void attemptBegins() {
        attempts.incrementAndGet();
    }

    public void attemptEnds() {
        attempts.decrementAndGet();
    }

    /** Events that are neither delivered nor given up. */
    public int size() {
        return count.events.get();
    }

    /** Whether requests should be refused, as they lead to more events. Those of what goes on anyway still have room. */
    public boolean isFull() {
        return count.reaches(limit);
    }

    /**
     * Counts an event until all its copies are delivered or given up; empty when there is no room.
     *
     * @param copies how many there are, each of which has to end
     * @param bytes of one
     */
    Optional<Pending> begin(int copies, long bytes) {
        Count current = count;
        current.add(1, bytes);
        if (current.reaches(2L * limit + 1)) {
            current.add(-1, -bytes);
            return Optional.empty();
        }
        return Optional.of(new Pending(current, bytes, new AtomicInteger(copies)));
    }

    /** Begins anew; what is pending does not count any more. */
    void reset() {
        count = new Count();
    }

    /** An event that counts. */
    record Pending(Count count, long bytes, AtomicInteger copies) {

        /** A copy is delivered or given up. */
        void end() {
            if (copies.decrementAndGet() == 0) {
                count.add(-1, -bytes);
            }
        }
    }
}
