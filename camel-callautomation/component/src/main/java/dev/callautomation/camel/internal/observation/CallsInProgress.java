package dev.callautomation.camel.internal.observation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

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
    /** With those that have ended: events may arrive after that of the end of their call. */
    private final RecentEntries<String, Entry> calls = new RecentEntries<>(REMEMBERED_CALLS);

    /** Replaced in place: an event of a call that is known needs one look-up and no lock. */
    private static final class Entry {

        private final Instant since;
        private volatile CallInProgress latest;
        private volatile boolean ended;

        Entry(Instant now) {
            since = now;
        }

        void update(String id, String type, Instant now) {
            if (type.equals(END)) {
                ended = true;
            } else {
                latest = new CallInProgress(id, since, type, now);
            }
        }

        /** {@code null} if the call has ended. */
        CallInProgress latest() {
            return ended ? null : latest;
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
        Instant now = clock.instant();
        Entry known = calls.getYoung(id);
        Entry entry = known == null ? calls.merge(id, new Entry(now), (before, created) -> before) : known;
        entry.update(id, Labels.type(event), now);
    }

    /** In the order of their last events, the latest first. */
    public List<CallInProgress> list() {
        Instant oldest = clock.instant().minus(QUIET);
        return calls.values()
                .map(Entry::latest)
                .filter(Objects::nonNull)
                .filter(call -> !call.lastEventTime().isBefore(oldest))
                .sorted(Comparator.comparing(CallInProgress::lastEventTime).reversed())
                .limit(MAX_CALLS)
                .toList();
    }
}
