package dev.callautomation.simulator.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.model.TimelineEntry;

/**
 * Keeps each call's entries in the order they were written and tells listeners, on a thread of its own so that a
 * listener cannot hold up a call.
 */
public final class Timeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Timeline.class);

    private static final Set<TimelineEntry.Kind> FOLLOW_UPS =
            EnumSet.of(TimelineEntry.Kind.EVENT, TimelineEntry.Kind.DELIVERY, TimelineEntry.Kind.FAULT);

    private final Map<String, List<TimelineEntry>> entries = new LinkedHashMap<>();
    private final List<Consumer<TimelineEntry>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService announcer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "callautomation-simulator-timeline");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Writes an entry. An event or a delivery begins no timeline: it may come after its call has been forgotten, and what
     * it wrote then would stay for ever. Effects wait for responses, so that its time may lie a little
     * before that of the entry above.
     */
    public synchronized void add(TimelineEntry written) {
        if (FOLLOW_UPS.contains(written.kind()) && !entries.containsKey(written.callId())) {
            return;
        }
        List<TimelineEntry> call = entries.computeIfAbsent(written.callId(), id -> new ArrayList<>());
        TimelineEntry entry = call.isEmpty()
                ? written
                : written.notBefore(call.get(call.size() - 1).time());
        call.add(entry);
        if (!listeners.isEmpty() && !announcer.isShutdown()) {
            announcer.execute(() -> listeners.forEach(listener -> tell(listener, entry)));
        }
    }

    /** A call's entries, empty for an unknown call. */
    public synchronized List<TimelineEntry> of(String callId) {
        return List.copyOf(entries.getOrDefault(callId, List.of()));
    }

    /** Calls {@code listener} for each entry written from now on, in order, until the result is closed. */
    public AutoCloseable listen(Consumer<TimelineEntry> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Forgets one call. */
    public synchronized void forget(String callId) {
        entries.remove(callId);
    }

    /** Forgets all calls; listeners stay. */
    public synchronized void clear() {
        entries.clear();
    }

    /** Lets the entries already written reach the listeners, then stops. */
    @Override
    public void close() {
        synchronized (this) {
            announcer.shutdown();
        }
        try {
            if (!announcer.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("A timeline listener did not return within 5 seconds and is interrupted");
                announcer.shutdownNow();
            }
        } catch (InterruptedException e) {
            announcer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Consumer<TimelineEntry> listener, TimelineEntry entry) {
        try {
            listener.accept(entry);
        } catch (RuntimeException e) {
            LOG.warn("A timeline listener failed", e);
        }
    }
}
