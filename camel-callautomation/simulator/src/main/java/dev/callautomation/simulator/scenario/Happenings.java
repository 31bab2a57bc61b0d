package dev.callautomation.simulator.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.timeline.Timeline;
import dev.callautomation.simulator.timeline.WrittenRecord;

/** What has happened since a scenario began, in order, and which of it was expected. For one thread. */
final class Happenings {

    private final Timeline timeline;
    private final Supplier<Instant> now;
    private final Pace pace;
    private final List<Happening> all = new ArrayList<>();
    private final Set<Long> met = new HashSet<>();
    private long last;

    Happenings(Timeline timeline, Supplier<Instant> now, Pace pace) {
        this.timeline = timeline;
        this.pace = pace;
        this.now = now;
        this.last = timeline.changes();
    }

    /** Takes over what is new and tells the pace; the timeline keeps bodies for a while only. */
    void update() {
        for (WrittenRecord written : timeline.recordsAfter(last)) {
            last = written.number();
            pace.observed(written);
            if (written.request() == null) {
                all.add(new Happening(written.number(), written.entry().time(), written.entry(), null, written.body()));
            } else {
                add(written);
            }
        }
    }

    /** A request of a call has been written as an entry just before. */
    private void add(WrittenRecord written) {
        for (int i = all.size() - 1; i >= 0 && written.request().callId() != null; i--) {
            Happening entry = all.get(i);
            if (entry.request() == null
                    && entry.entry().kind() == TimelineEntry.Kind.REQUEST
                    && entry.entry().callId().equals(written.request().callId())
                    && written.request().operation().equals(entry.detail("operation"))) {
                all.set(
                        i,
                        new Happening(entry.number(), entry.time(), entry.entry(), written.request(), written.body()));
                return;
            }
        }
        all.add(new Happening(written.number(), now.get(), null, written.request(), written.body()));
    }

    List<Happening> all() {
        return all;
    }

    /** The number of the last one so far. */
    long last() {
        return last;
    }

    /** What is of the kind and the name that are expected, came after a number and in time, and has met nothing yet. */
    List<Happening> candidates(Expectation expected, long after, Instant deadline) {
        return all.stream()
                .filter(each -> each.number() > after
                        && !each.time().isAfter(deadline)
                        && !met.contains(each.number())
                        && each.isNamed(expected))
                .toList();
    }

    /** The first one that is as expected. */
    Optional<Happening> find(Expectation expected, long after, Instant deadline) {
        return candidates(expected, after, deadline).stream()
                .filter(each -> each.differences(expected).isEmpty())
                .findFirst();
    }

    void meet(Happening happening) {
        met.add(happening.number());
    }

    /** The first request or event that met no expectation. */
    Optional<Happening> unexpected(Set<String> kinds) {
        return all.stream()
                .filter(each ->
                        kinds.contains("requests") && each.isRequest() || kinds.contains("events") && each.isEvent())
                .filter(each -> !met.contains(each.number()))
                .findFirst();
    }

    /** The first event that was not acknowledged by a receiver. */
    Optional<Happening> lost() {
        Map<String, Boolean> acknowledged = new HashMap<>();
        for (Happening each : all) {
            if (each.entry() != null && each.entry().kind() == TimelineEntry.Kind.DELIVERY) {
                acknowledged.merge(
                        String.valueOf(each.detail("eventId")), each.detail("reason") == null, Boolean::logicalOr);
            }
        }
        return all.stream()
                .filter(each -> each.isEvent() && !acknowledged.getOrDefault(each.detail("eventId"), false))
                .findFirst();
    }
}
