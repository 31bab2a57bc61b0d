package dev.callautomation.simulator.timeline;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.callautomation.simulator.model.TimelineContent;
import dev.callautomation.simulator.model.TimelineEntry;

/**
 * Keeps each call's entries in the order they were written and hands them to listeners. What is kept is bounded by {@link TimelineLimits}.
 */
public final class Timeline implements AutoCloseable {

    private static final Set<TimelineEntry.Kind> FOLLOW_UPS = EnumSet.of(
            TimelineEntry.Kind.RESPONSE,
            TimelineEntry.Kind.EVENT,
            TimelineEntry.Kind.DELIVERY,
            TimelineEntry.Kind.FAULT);

    /** Writings whose real time is known. */
    private static final int TIMES_KEPT = 1_024;

    /** Ids of forgotten calls, of which entries may come late. */
    private static final int FORGOTTEN_KEPT = 10_000;

    private final TimelineLimits limits;
    private final KeptEntries entries;
    private final Map<String, CallLog> calls = new HashMap<>();
    private final Map<String, Boolean> forgottenIds = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > FORGOTTEN_KEPT;
        }
    };
    private final Set<String> forgotten = Collections.newSetFromMap(forgottenIds);
    private final KeptRequests requests;
    private final RepeatedTexts texts = new RepeatedTexts();
    private final TimelineListeners listeners;

    /** When the last changes were made, by {@link System#nanoTime()}. */
    private final long[] times = new long[TIMES_KEPT];

    private long changes;

    public Timeline(TimelineLimits limits) {
        this.limits = limits;
        this.entries = new KeptEntries(limits.contentBytes());
        this.requests = new KeptRequests(limits.requests(), limits.requestBytes());
        this.listeners = new TimelineListeners(limits.entryBytes());
    }

    /** The entries of one call that are kept. */
    private static final class CallLog {

        private final Deque<KeptEntries.Kept> entries = new ArrayDeque<>();
        private final Deque<KeptEntries.Kept> withContent = new ArrayDeque<>();
        private Instant last = Instant.MIN;
        private long lastDropped;
        private long dropped;
    }

    /** Writes an entry that stands for nothing that was sent. */
    public void add(TimelineEntry entry) {
        add(entry, SentContent.NONE);
    }

    /**
     * Writes an entry, unless its call has been forgotten: what it wrote then would stay for ever. A response, an event
     * or a delivery begins no timeline. Effects wait for responses, so that its time may lie a little
     * before that of the entry above.
     */
    public synchronized void add(TimelineEntry written, SentContent content) {
        CallLog call = calls.get(written.callId());
        if (call == null) {
            if (FOLLOW_UPS.contains(written.kind()) || forgotten.contains(written.callId())) {
                return;
            }
            call = new CallLog();
            calls.put(written.callId(), call);
        }
        changed();
        TimelineEntry entry = written.written(changes, call.last, texts::share);
        call.last = entry.time();
        KeptEntries.Kept kept = entries.add(entry, content.sharing(texts));
        call.entries.add(kept);
        if (kept.hasContent()) {
            call.withContent.add(kept);
            if (call.withContent.size() > limits.contentsPerCall()) {
                entries.dropContent(call.withContent.remove());
            }
        }
        if (call.entries.size() > limits.entriesPerCall()) {
            drop(call.entries.peek());
        }
        while (entries.size() > limits.entries() || entries.bytes() > limits.entryBytes()) {
            drop(entries.oldest());
        }
        listeners.offer(entry);
    }

    /** Drops an entry, the oldest of its call. */
    private void drop(KeptEntries.Kept oldest) {
        CallLog call = calls.get(oldest.entry().callId());
        call.entries.remove();
        call.dropped++;
        call.lastDropped = oldest.entry().number();
        if (call.withContent.peek() == oldest) {
            call.withContent.remove();
        }
        entries.remove(oldest);
    }

    /** Keeps a request, with its call or as one of the last that concern none. */
    public synchronized void add(ReceivedRequest request) {
        changed();
        requests.add(changes, request);
    }

    /** The last requests whose calls are known or that concern none, in the order in which they were executed. */
    public synchronized List<ReceivedRequest> requests() {
        return requests.all();
    }

    /** The entries of all calls that are kept, in the order in which they were written. */
    public synchronized List<TimelineEntry> ofAllCalls() {
        return after(0);
    }

    /** The entries of all calls that are kept and were written after the one of this number, in order. */
    public synchronized List<TimelineEntry> after(long number) {
        return entries.after(number).stream().map(KeptEntries.Kept::entry).toList();
    }

    /** Entries and requests of all calls that are kept and were written after the one of this number, in order. */
    public synchronized List<WrittenRecord> recordsAfter(long number) {
        NavigableMap<Long, WrittenRecord> records = new TreeMap<>();
        for (KeptEntries.Kept kept : entries.after(number)) {
            long at = kept.entry().number();
            records.put(at, new WrittenRecord(at, kept.entry(), null, nanos(at), bodyOf(kept)));
        }
        requests.after(number)
                .forEach((at, request) ->
                        records.put(at, new WrittenRecord(at, null, request, nanos(at), request.json())));
        return List.copyOf(records.values());
    }

    private long nanos(long number) {
        return times[(int) (Math.max(number, changes - TIMES_KEPT + 1) % TIMES_KEPT)];
    }

    private static String bodyOf(KeptEntries.Kept kept) {
        boolean isPosted = kept.entry().kind() == TimelineEntry.Kind.EVENT && kept.hasContent();
        return isPosted ? kept.content().request().body() : "";
    }

    /** How often something has been written; also the number of the last entry. */
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
        times[(int) (changes % TIMES_KEPT)] = System.nanoTime();
        notifyAll();
    }

    /** A call's entries, empty for an unknown call. When entries were dropped, the first one says how many. */
    public synchronized List<TimelineEntry> of(String callId) {
        CallLog call = calls.get(callId);
        if (call == null) {
            return List.of();
        }
        List<TimelineEntry> list = new ArrayList<>(call.entries.size() + 1);
        if (call.dropped > 0) {
            list.add(dropped(callId, call));
        }
        call.entries.forEach(kept -> list.add(kept.entry()));
        return list;
    }

    private TimelineEntry dropped(String callId, CallLog call) {
        Instant next =
                call.entries.isEmpty() ? call.last : call.entries.peek().entry().time();
        return new TimelineEntry(
                call.lastDropped,
                callId,
                next,
                TimelineEntry.Kind.CALL,
                "service",
                null,
                call.dropped + " older entries were dropped",
                Map.of("dropped", String.valueOf(call.dropped)));
    }

    /** What an entry stands for, with secrets masked; empty when that is nothing that was sent, or has been dropped. */
    public Optional<TimelineContent> content(String callId, long number) {
        // outside the lock, which calls wait for
        return kept(callId, number).map(SentContent::masked);
    }

    private synchronized Optional<SentContent> kept(String callId, long number) {
        CallLog call = calls.get(callId);
        return call == null
                ? Optional.empty()
                : call.withContent.stream()
                        .filter(kept -> kept.entry().number() == number && kept.hasContent())
                        .findFirst()
                        .map(KeptEntries.Kept::content);
    }

    /** Whether {@link #content} is there. */
    public boolean hasContent(String callId, long number) {
        return kept(callId, number).isPresent();
    }

    /** Calls {@code listener} for each entry written from now on, in order, until the result is closed. */
    public AutoCloseable listen(Consumer<TimelineEntry> listener) {
        return listeners.add(listener);
    }

    /** Forgets one call. */
    public synchronized void forget(String callId) {
        CallLog call = calls.remove(callId);
        forgotten.add(callId);
        if (call != null) {
            call.entries.forEach(entries::remove);
        }
        requests.forget(callId);
    }

    /** Forgets all calls; listeners stay. */
    public synchronized void clear() {
        forgotten.addAll(calls.keySet());
        calls.clear();
        entries.clear();
        requests.clear();
        texts.clear();
    }

    /** Lets the entries already written reach the listeners, then stops. */
    @Override
    public void close() {
        listeners.close();
    }
}
