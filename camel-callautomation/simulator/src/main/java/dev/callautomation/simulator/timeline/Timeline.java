package dev.callautomation.simulator.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
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
import java.util.stream.Stream;

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

    /** Of those that concern no call. */
    private static final int REQUESTS_KEPT = 1_000;

    /** @param number in the order of writing, over all calls */
    private record Written<T>(long number, T content) {}

    private final Map<String, List<Written<TimelineEntry>>> entries = new LinkedHashMap<>();
    private final Map<String, List<Written<ReceivedRequest>>> requests = new LinkedHashMap<>();
    private final Deque<Written<ReceivedRequest>> requestsWithoutCall = new ArrayDeque<>();
    private final List<Consumer<TimelineEntry>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService announcer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "callautomation-simulator-timeline");
        thread.setDaemon(true);
        return thread;
    });

    private long changes;

    /**
     * Writes an entry. An event or a delivery begins no timeline: it may come after its call has been forgotten, and what
     * it wrote then would stay for ever. Effects wait for responses, so that its time may lie a little
     * before that of the entry above.
     */
    public synchronized void add(TimelineEntry written) {
        if (FOLLOW_UPS.contains(written.kind()) && !entries.containsKey(written.callId())) {
            return;
        }
        List<Written<TimelineEntry>> call = entries.computeIfAbsent(written.callId(), id -> new ArrayList<>());
        TimelineEntry entry = call.isEmpty()
                ? written
                : written.notBefore(call.get(call.size() - 1).content().time());
        changed();
        call.add(new Written<>(changes, entry));
        if (!listeners.isEmpty() && !announcer.isShutdown()) {
            announcer.execute(() -> listeners.forEach(listener -> tell(listener, entry)));
        }
    }

    /** Keeps a request, with its call or as one of the last that concern none. */
    public synchronized void add(ReceivedRequest request) {
        changed();
        Written<ReceivedRequest> written = new Written<>(changes, request);
        if (request.callId() != null) {
            requests.computeIfAbsent(request.callId(), id -> new ArrayList<>()).add(written);
            return;
        }
        requestsWithoutCall.add(written);
        if (requestsWithoutCall.size() > REQUESTS_KEPT) {
            requestsWithoutCall.remove();
        }
    }

    /** All requests whose calls are known, and the last that concern none, in the order in which they were executed. */
    public synchronized List<ReceivedRequest> requests() {
        return inOrder(Stream.concat(requests.values().stream().flatMap(List::stream), requestsWithoutCall.stream()));
    }

    /** The entries of all calls, in the order in which they were written. */
    public synchronized List<TimelineEntry> ofAllCalls() {
        return inOrder(entries.values().stream().flatMap(List::stream));
    }

    private static <T> List<T> inOrder(Stream<Written<T>> all) {
        return all.sorted(Comparator.comparingLong(Written::number))
                .map(Written::content)
                .toList();
    }

    /** How often something has been written. */
    public synchronized long changes() {
        return changes;
    }

    /**
     * Waits until something has been written since {@link #changes()} was {@code seen}.
     *
     * @param end by {@link System#nanoTime()}
     * @return whether something was written before the end
     */
    public synchronized boolean awaitChange(long seen, long end) throws InterruptedException {
        while (changes == seen) {
            long rest = end - System.nanoTime();
            if (rest <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, rest);
        }
        return true;
    }

    private void changed() {
        changes++;
        notifyAll();
    }

    /** A call's entries, empty for an unknown call. */
    public synchronized List<TimelineEntry> of(String callId) {
        return entries.getOrDefault(callId, List.of()).stream()
                .map(Written::content)
                .toList();
    }

    /** Calls {@code listener} for each entry written from now on, in order, until the result is closed. */
    public AutoCloseable listen(Consumer<TimelineEntry> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Forgets one call. */
    public synchronized void forget(String callId) {
        entries.remove(callId);
        requests.remove(callId);
    }

    /** Forgets all calls; listeners stay. */
    public synchronized void clear() {
        entries.clear();
        requests.clear();
        requestsWithoutCall.clear();
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
