package dev.callautomation.camel.internal.completion;

import java.util.concurrent.atomic.AtomicLong;

import dev.callautomation.camel.internal.ingress.EventIdentity;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.support.RecentEntries;

/**
 * Numbers operations and events in one order. An event that is delivered again keeps the number of its first arrival, so
 * that it does not complete an operation that began after it.
 */
final class ArrivalOrder {

    private static final int EVENTS = 10_000;

    private final AtomicLong numbers = new AtomicLong();
    private final RecentEntries<EventIdentity, Long> firstArrivals = new RecentEntries<>(EVENTS);

    long next() {
        return numbers.incrementAndGet();
    }

    long firstArrival(ReceivedEvent event) {
        long now = next();
        if (event.identity() == null) {
            return now;
        }
        Long before = firstArrivals.putIfAbsent(event.identity(), now);
        return before == null ? now : before;
    }
}
