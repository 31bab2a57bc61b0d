package dev.callautomation.camel.internal.completion;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.camel.support.LRUCacheFactory;

import dev.callautomation.camel.event.EventEnvelope;

/**
 * Numbers operations and events in one order. An event that is delivered again keeps the number of its first arrival, so
 * that it does not complete an operation that began after it.
 */
final class ArrivalOrder {

    private static final int EVENTS = 10_000;

    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, Long> firstArrivals = LRUCacheFactory.newLRUCache(EVENTS);

    long next() {
        return numbers.incrementAndGet();
    }

    long firstArrival(EventEnvelope event) {
        long now = next();
        if (event.id() == null) {
            return now;
        }
        String identity = String.join("|", event.id(), event.type(), event.source(), String.valueOf(event.time()));
        Long before = firstArrivals.putIfAbsent(identity, now);
        return before == null ? now : before;
    }
}
