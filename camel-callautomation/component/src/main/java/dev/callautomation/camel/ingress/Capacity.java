package dev.callautomation.camel.ingress;

import java.util.concurrent.atomic.AtomicInteger;

/** How many events may be on their way. */
final class Capacity {

    private final int limit;
    private final AtomicInteger taken = new AtomicInteger();

    Capacity(int limit) {
        this.limit = limit;
    }

    /** A delivery larger than the limit is taken when nothing else is on its way, or it never would be. */
    boolean reserve(int count) {
        int before = taken.getAndUpdate(now -> fits(now, count) ? now + count : now);
        return fits(before, count);
    }

    private boolean fits(int now, int count) {
        return now == 0 || count == 0 || now + count <= limit;
    }

    void release() {
        taken.decrementAndGet();
    }
}
