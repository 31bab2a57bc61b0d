package dev.callautomation.simulator.execution;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts requests that are executed or answered at this moment; what they cause comes after their answers. Those whose
 * answers wait for time to pass are not among them. Thread-safe.
 */
public final class OpenRequests {

    private final AtomicInteger number = new AtomicInteger();

    public int number() {
        return number.get();
    }

    /** One begins, which has to end. */
    public void begins() {
        number.incrementAndGet();
    }

    public void ends() {
        number.decrementAndGet();
    }
}
