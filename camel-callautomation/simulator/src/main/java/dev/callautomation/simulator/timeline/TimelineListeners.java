package dev.callautomation.simulator.timeline;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.model.TimelineEntry;

/**
 * Hands entries to the listeners in order, on a thread of its own so that a listener cannot hold up a call. Entries that
 * wait for a slow listener are bounded; those beyond are not handed over.
 */
final class TimelineListeners implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TimelineListeners.class);

    /** Entries that wait for a slow listener. */
    private static final int ENTRIES_WAITING = 100_000;

    /** Between two batches: waking the thread for each entry took a fifth of the time of a busy event loop. */
    private static final long PAUSE_MILLIS = 1;

    private final long limit;
    private final AtomicLong bytes = new AtomicLong();
    private final BlockingQueue<TimelineEntry> waiting = new LinkedBlockingQueue<>(ENTRIES_WAITING);
    private final AtomicBoolean delivering = new AtomicBoolean();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "callautomation-simulator-timeline");
        thread.setDaemon(true);
        return thread;
    });

    private volatile boolean stopped;
    private long offered;
    private long handedOver;
    private boolean overflowed;

    /** A listener, which hears none of the first entries. */
    private record Listener(long entriesBefore, Consumer<TimelineEntry> consumer) {}

    /**
     * Creates the thread when it is needed first.
     *
     * @param limit bytes of entries that wait
     */
    TimelineListeners(long limit) {
        this.limit = limit;
    }

    synchronized AutoCloseable add(Consumer<TimelineEntry> consumer) {
        Listener listener = new Listener(offered, consumer);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Hands an entry over soon, unless there are no listeners or they are closed. */
    synchronized void offer(TimelineEntry entry) {
        if (listeners.isEmpty() || executor.isShutdown()) {
            return;
        }
        if (bytes.get() > limit || !waiting.offer(entry)) {
            if (!overflowed) {
                overflowed = true;
                LOG.warn("A timeline listener is too slow: entries are not handed to it");
            }
            return;
        }
        offered++;
        bytes.addAndGet(entry.size());
        overflowed = false;
        if (delivering.compareAndSet(false, true)) {
            executor.execute(this::deliver);
        }
    }

    private void deliver() {
        do {
            for (TimelineEntry entry = waiting.poll(); entry != null; entry = waiting.poll()) {
                bytes.addAndGet(-entry.size());
                handedOver++;
                for (Listener listener : listeners) {
                    if (handedOver > listener.entriesBefore()) {
                        tell(listener.consumer(), entry);
                    }
                }
            }
            pause();
            delivering.set(false);
        } while (!waiting.isEmpty() && delivering.compareAndSet(false, true));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            // the next batch goes without a pause
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Consumer<TimelineEntry> listener, TimelineEntry entry) {
        try {
            listener.accept(entry);
        } catch (Throwable e) {
            // also an assertion of a test, or a checked exception of Kotlin: the others and the next entries go on
            LOG.warn("A timeline listener failed", e);
        } finally {
            if (!stopped) {
                // what a listener has set is not for the next one
                Thread.interrupted();
            }
        }
    }

    /** Lets the entries already written reach the listeners, then stops. */
    @Override
    public void close() {
        synchronized (this) {
            executor.shutdown();
        }
        try {
            if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("A timeline listener did not return within 5 seconds and is interrupted");
                stop();
            }
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        stopped = true;
        waiting.clear();
        executor.shutdownNow();
    }
}
