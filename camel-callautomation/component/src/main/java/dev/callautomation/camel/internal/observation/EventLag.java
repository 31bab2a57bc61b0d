package dev.callautomation.camel.internal.observation;

import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;

import dev.callautomation.camel.event.EventEnvelope;

/** The time from an event at the service until now. */
public final class EventLag {

    private static final long UNKNOWN = -1;

    private EventLag() {}

    /** In nanoseconds; 0 if the clock of the service is ahead, negative if the event has no time. */
    public static long of(EventEnvelope event) {
        return between(event.time(), System.currentTimeMillis());
    }

    static long between(OffsetDateTime time, long now) {
        if (time == null) {
            return UNKNOWN;
        }
        // without the objects of a duration
        long sent = TimeUnit.SECONDS.toMillis(time.toEpochSecond()) + TimeUnit.NANOSECONDS.toMillis(time.getNano());
        return Math.max(0, TimeUnit.MILLISECONDS.toNanos(now - sent));
    }
}
