package dev.callautomation.camel.internal.completion;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.ingress.RecentIdentities;

/**
 * Numbers operations and events in one order. An event that is delivered again keeps the number of its first arrival, so
 * that it does not complete an operation that began after it. One that reached another node before has that time, too.
 */
final class ArrivalOrder {

    private static final int EVENTS = 10_000;

    private final LongSupplier nanoTime;
    private final AtomicLong numbers = new AtomicLong();
    private final RecentIdentities firstArrivals = new RecentIdentities(EVENTS);

    /** The place of an event, and when it reached this node or another one. */
    record Arrival(long number, long nanoTime) {

        boolean isAfter(PendingOperation operation) {
            return operation.number() < number && operation.nanoTime() - nanoTime <= 0;
        }
    }

    /** @param nanoTime as {@link System#nanoTime()} */
    ArrivalOrder(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    long next() {
        return numbers.incrementAndGet();
    }

    /** @param age the nanoseconds since another node has received it */
    Arrival firstArrival(ReceivedEvent event, long age) {
        // in this order, and the reverse one for operations: without an age, the numbers alone decide
        long number = next();
        long time = nanoTime.getAsLong() - age;
        RecentIdentities.Numbers before =
                event.identity() == null ? null : firstArrivals.putIfAbsent(event.identity(), number, time);
        return before == null ? new Arrival(number, time) : new Arrival(before.number(), before.time());
    }
}
