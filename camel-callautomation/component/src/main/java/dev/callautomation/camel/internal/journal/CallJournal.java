package dev.callautomation.camel.internal.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.event.EventEnvelope;

/**
 * Records the events, requests and responses of calls. Recording an entry neither blocks nor throws: it is queued for the only
 * thread that writes, or dropped when the queue is full.
 */
public final class CallJournal {

    private static final Logger LOG = LoggerFactory.getLogger(CallJournal.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final ExecutorService thread;
    private final Runnable release;
    private final BlockingQueue<JournalEntry> queue;
    private final long maxBytes;
    private final JournalWriter writer;
    private final AtomicLong queuedBytes = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicBoolean writing = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * @param thread  a pool with one thread, which is shut down here
     * @param release is run after that
     */
    public CallJournal(Path directory, ExecutorService thread, Runnable release) {
        this(directory, thread, release, JournalLimits.DEFAULT);
    }

    CallJournal(Path directory, ExecutorService thread, Runnable release, JournalLimits limits) {
        this.thread = thread;
        this.release = release;
        this.queue = new ArrayBlockingQueue<>(limits.queuedEntries());
        this.maxBytes = limits.queuedBytes();
        this.writer = new JournalWriter(directory, limits);
    }

    /**
     * An event has been delivered and will be dispatched.
     *
     * @param json the event as it was received; not changed later
     */
    public void event(EventEnvelope envelope, byte[] json) {
        add(new JournalEntry.Event(System.nanoTime(), envelope, json));
    }

    /**
     * A request is about to be sent.
     *
     * @param  path with the query; the whole URL if it is to another host than the endpoint's
     * @param  body not changed later
     * @return      the number of the request
     */
    public long request(String operation, String method, String path, byte[] body) {
        long number = numbers.incrementAndGet();
        add(new JournalEntry.Request(System.nanoTime(), number, operation, method, path, body));
        return number;
    }

    /** A request has been responded to. */
    public void response(long number, String operation, int status, int attempts, byte[] body) {
        add(new JournalEntry.Response(System.nanoTime(), number, operation, status, attempts, null, body));
    }

    /** A request has ended without a response. */
    public void failure(long number, String operation, Throwable cause) {
        add(new JournalEntry.Response(
                System.nanoTime(), number, operation, 0, 0, cause.getClass().getSimpleName(), new byte[0]));
    }

    /** The number of entries that are in no file: the queue or a file was full, or a file could not be written. */
    public long unwritten() {
        return dropped.get() + writer.unwritten();
    }

    private void add(JournalEntry entry) {
        int size = entry.body().length;
        if (closed) {
            dropped.incrementAndGet();
            return;
        }
        if (queuedBytes.addAndGet(size) > maxBytes || !queue.offer(entry)) {
            queuedBytes.addAndGet(-size);
            dropped.incrementAndGet();
        }
        startWriting();
    }

    private void startWriting() {
        if (writing.compareAndSet(false, true)) {
            try {
                thread.execute(this::write);
            } catch (RejectedExecutionException e) {
                writing.set(false);
                LOG.debug("The journal has been closed");
            }
        }
    }

    private void write() {
        try {
            JournalEntry entry = queue.poll();
            while (entry != null) {
                queuedBytes.addAndGet(-entry.body().length);
                writer.write(entry);
                writer.dropped(dropped.get());
                entry = queue.poll();
            }
        } finally {
            writing.set(false);
        }
        // one that was added since the queue was found empty
        if (!queue.isEmpty()) {
            startWriting();
        }
    }

    /** Writes what is queued, for a limited time, and closes the files. */
    public void close() {
        closed = true;
        startWriting();
        try {
            thread.execute(() -> {
                writer.dropped(dropped.get());
                writer.close();
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The journal has been closed before");
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The journal was not written completely within {} s", CLOSING.toSeconds());
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release.run();
        }
    }
}
