package dev.callautomation.camel.internal.completion;

import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.support.RecentEntries;

/**
 * Numbers operations and events in one order. An event that is delivered again keeps the number of its first arrival, so
 * that it does not complete an operation that began after it.
 */
final class ArrivalOrder {

    private static final int EVENTS = 10_000;

    private final AtomicLong numbers = new AtomicLong();
    private final RecentEntries<Identity, Long> firstArrivals = new RecentEntries<>(EVENTS);

    private record Identity(String id, String type, String source, OffsetDateTime time) {}

    long next() {
        return numbers.incrementAndGet();
    }

    long firstArrival(EventEnvelope event) {
        long now = next();
        if (event.id() == null) {
            return now;
        }
        Long before =
                firstArrivals.putIfAbsent(new Identity(event.id(), event.type(), event.source(), event.time()), now);
        return before == null ? now : before;
    }
}
