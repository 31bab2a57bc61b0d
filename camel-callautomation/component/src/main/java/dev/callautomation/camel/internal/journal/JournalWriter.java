package dev.callautomation.camel.internal.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Assigns entries to the files of their calls. The id of an outbound call is known by the response to its request; what comes
 * before that and belongs to no other call is held until then, so that an event that precedes the response is in the file of
 * its call. Runs on one thread.
 */
final class JournalWriter {

    private static final int MAX_HELD = 1000;
    private static final int MAX_REQUESTS = 10_000;
    private static final Set<String> ENDING =
            Set.of("CallDisconnected", "AnswerFailed", "CreateCallFailed", "ConnectFailed");
    private static final Set<String> REFUSING = Set.of("rejectCall", "redirectCall");

    private final CallFiles files;
    private final AtomicLong unwritten = new AtomicLong();
    /** Files by the numbers of requests in flight. */
    private final Map<Long, CallFile> requests = new LinkedHashMap<>();
    /** Requests that begin calls whose ids are not known yet. */
    private final Map<Long, JournalEntry.Request> starts = new LinkedHashMap<>();

    private final List<JournalEntry> held = new ArrayList<>();
    private long droppedBefore;

    JournalWriter(Path directory, JournalLimits limits) {
        this.files = new CallFiles(directory, limits, unwritten);
    }

    long unwritten() {
        return unwritten.get();
    }

    /** Notes in the files of all calls in progress that entries are missing: their calls are not known. */
    void dropped(long total) {
        if (total > droppedBefore) {
            files.dropped(total - droppedBefore);
            droppedBefore = total;
        }
    }

    void write(JournalEntry entry) {
        if (entry instanceof JournalEntry.Response response && starts.containsKey(response.number())) {
            begin(response);
        } else if (!assign(entry)) {
            hold(entry);
        }
    }

    /** The service has responded to a request that begins a call. */
    private void begin(JournalEntry.Response response) {
        JournalEntry.Request start = starts.remove(response.number());
        CallKeys keys = CallKeys.of(response);
        CallFile file = files.find(keys);
        if (file == null) {
            file = files.create(keys, start);
        } else {
            files.add(file, keys);
        }
        file.write(start);
        releaseHeld();
        file.write(response);
        if (response.status() < 200 || response.status() >= 300) {
            file.end();
        }
    }

    private void hold(JournalEntry entry) {
        held.add(entry);
        if (held.size() > MAX_HELD) {
            starts.values().forEach(this::writeAlone);
            starts.clear();
            releaseHeld();
        }
    }

    private void writeAlone(JournalEntry.Request start) {
        CallFile file = files.create(CallKeys.NONE, start);
        file.write(start);
        remember(start.number(), file);
    }

    private void releaseHeld() {
        List<JournalEntry> again = List.copyOf(held);
        held.clear();
        for (JournalEntry entry : again) {
            if (!assign(entry)) {
                held.add(entry);
            }
        }
    }

    /** Whether the entry has been written, or will be with the response to it. */
    private boolean assign(JournalEntry entry) {
        if (entry instanceof JournalEntry.Response response) {
            return assign(response);
        }
        CallKeys keys = CallKeys.of(entry);
        CallFile file = files.find(keys);
        if (file == null && entry instanceof JournalEntry.Request request && keys.isEmpty()) {
            starts.put(request.number(), request);
            return true;
        }
        if (file == null) {
            if (keys.isOfConnection() && !starts.isEmpty()) {
                return false;
            }
            file = files.create(keys, entry);
        } else {
            files.add(file, keys);
        }
        file.write(entry);
        if (entry instanceof JournalEntry.Request request) {
            remember(request.number(), file);
        } else if (entry instanceof JournalEntry.Event event
                && ENDING.contains(event.envelope().shortType())) {
            file.end();
        }
        return true;
    }

    private boolean assign(JournalEntry.Response response) {
        CallFile file = requests.remove(response.number());
        if (file == null) {
            boolean requestHeld = held.stream()
                    .anyMatch(other ->
                            other instanceof JournalEntry.Request request && request.number() == response.number());
            if (!requestHeld) {
                // its request was dropped, which the files say
                unwritten.incrementAndGet();
            }
            return !requestHeld;
        }
        files.add(file, CallKeys.of(response));
        file.write(response);
        if (REFUSING.contains(response.operation()) && response.status() == 204) {
            file.end();
        }
        return true;
    }

    private void remember(long number, CallFile file) {
        requests.put(number, file);
        if (requests.size() > MAX_REQUESTS) {
            requests.remove(requests.keySet().iterator().next());
        }
    }

    void close() {
        starts.values().forEach(this::writeAlone);
        starts.clear();
        releaseHeld();
        files.close();
    }
}
