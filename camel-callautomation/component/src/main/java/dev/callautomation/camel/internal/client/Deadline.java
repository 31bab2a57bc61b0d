package dev.callautomation.camel.internal.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Time limit of an operation with all its requests and retries, which can be ended early. Thread-safe. */
public final class Deadline {

    private final Duration limit;
    private final long end;
    private final Set<Runnable> listeners = new LinkedHashSet<>();
    private boolean expired;

    private Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** A deadline after a time from now on. */
    public static Deadline after(Duration limit) {
        return new Deadline(limit);
    }

    /** The whole time. */
    Duration limit() {
        return limit;
    }

    /** The time that is left; 0 or less after the deadline. */
    synchronized Duration remaining() {
        return expired ? Duration.ZERO : Duration.ofNanos(end - System.nanoTime());
    }

    /** Ends the requests in flight, and retries. */
    public void expire() {
        List<Runnable> told;
        synchronized (this) {
            expired = true;
            told = new ArrayList<>(listeners);
            listeners.clear();
        }
        told.forEach(Runnable::run);
    }

    /** Calls a listener when the deadline is ended early; at once if it has been. */
    void onExpiry(Runnable listener) {
        synchronized (this) {
            if (!expired) {
                listeners.add(listener);
                return;
            }
        }
        listener.run();
    }

    synchronized void remove(Runnable listener) {
        listeners.remove(listener);
    }
}
