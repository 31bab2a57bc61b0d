package dev.callautomation.camel.internal.observation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.support.RecentEntries;

/**
 * The calls in progress as seen by this node: those of which it has received events, at most 1,000. The end of a call may be
 * delivered to another node, or not at all, so that a call without events for 6 hours is left out.
 */
public final class CallsInProgress implements Observations {

    private static final int MAX_CALLS = 1_000;
    private static final int REMEMBERED_CALLS = 4 * MAX_CALLS;
    private static final int MAX_ID_LENGTH = 200;
    private static final Duration QUIET = Duration.ofHours(6);
    private static final String END = "CallDisconnected";

    private final InstantSource clock;
    /** Few where calls are short, so that an event finds its call in the caches of the processor. */
    private final RecentEntries<String, Entry> calls = new RecentEntries<>(REMEMBERED_CALLS);

    /** Events may arrive after that of the end of their call. */
    private final RecentEntries<String, Boolean> ended = new RecentEntries<>(REMEMBERED_CALLS);

    /**
     * Changed in place: an event of a call that is known needs one look-up and no lock. The instants are made when the calls
     * are listed.
     */
    private static final class Entry {

        private final String id;
        private final long since;
        private volatile String lastEvent = "";
        private volatile long lastEventTime;

        Entry(String id, long now) {
            this.id = id;
            since = now;
        }

        void update(String type, long now) {
            lastEvent = type;
            lastEventTime = now;
        }

        /** A call whose first event is being noted has the time 0, and one with another event perhaps the time before. */
        CallInProgress call() {
            long time = lastEventTime;
            return new CallInProgress(id, Instant.ofEpochMilli(since), lastEvent, Instant.ofEpochMilli(time));
        }
    }

    public CallsInProgress() {
        this(InstantSource.system());
    }

    CallsInProgress(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void eventReceived(EventEnvelope event) {
        String id = event.callConnectionId();
        if (id == null || id.length() > MAX_ID_LENGTH) {
            return;
        }
        String type = Labels.type(event);
        if (type.equals(END)) {
            end(id);
        } else {
            progress(id, type);
        }
    }

    private void end(String id) {
        // in this order, and the reverse one below: an event at the same moment does not bring the call back
        ended.put(id, true);
        calls.remove(id);
    }

    private void progress(String id, String type) {
        long now = clock.millis();
        Entry known = calls.getYoung(id);
        if (known != null) {
            known.update(type, now);
        } else if (!ended.containsKey(id)) {
            calls.merge(id, new Entry(id, now), (before, created) -> before).update(type, now);
            if (ended.containsKey(id)) {
                calls.remove(id);
            }
        }
    }

    /** In the order of their last events, the latest first. */
    public List<CallInProgress> list() {
        long oldest = clock.millis() - QUIET.toMillis();
        return calls.values()
                .map(Entry::call)
                .filter(call -> call.lastEventTime().toEpochMilli() >= oldest)
                .sorted(Comparator.comparing(CallInProgress::lastEventTime).reversed())
                .limit(MAX_CALLS)
                .toList();
    }
}
