package dev.callautomation.examples.scaleout.simulation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.callautomation.simulator.model.TimelineEntry;

/**
 * Result of a run, by the timelines of the service and the steps in the database.
 *
 * @param finished  calls whose every step happened
 * @param lost      the others
 * @param doubled   calls of which something happened more than once
 * @param repeated  requests that were repeated and deduplicated by the service
 * @param rejected  requests that the service refused
 */
record Tally(int finished, int lost, int doubled, int repeated, int rejected) {

    /** Events that each finished call has once. */
    private static final Set<String> DONE = Set.of("CallConnected", "AddParticipantSucceeded", "CallDisconnected");

    private static final Set<String> NOTED = Set.of("answered", "joined", "ended");

    static Tally of(List<String> calls, Timelines timelines, List<CallLog.Step> steps) {
        Map<String, List<CallLog.Step>> log = steps.stream().collect(Collectors.groupingBy(CallLog.Step::call));
        List<CallRecord> records = calls.stream()
                .map(call -> new CallRecord(timelines.of(call), log.getOrDefault(call, List.of())))
                .toList();
        int finished = count(records, CallRecord::isFinished);
        return new Tally(
                finished,
                calls.size() - finished,
                count(records, CallRecord::isDoubled),
                records.stream().mapToInt(CallRecord::repeated).sum(),
                records.stream().mapToInt(CallRecord::rejected).sum());
    }

    boolean isPerfect() {
        return lost == 0 && doubled == 0;
    }

    private static int count(List<CallRecord> records, Predicate<CallRecord> which) {
        return (int) records.stream().filter(which).count();
    }

    /** Timelines by call. */
    @FunctionalInterface
    interface Timelines {
        List<TimelineEntry> of(String call);
    }

    /** Timeline and recorded steps of one call. */
    private record CallRecord(List<TimelineEntry> timeline, List<CallLog.Step> steps) {

        boolean isFinished() {
            return DONE.stream().allMatch(event -> events(event) > 0)
                    && NOTED.stream().allMatch(name -> noted(name) > 0);
        }

        boolean isDoubled() {
            return DONE.stream().anyMatch(event -> events(event) > 1)
                    || NOTED.stream().anyMatch(name -> noted(name) > 1)
                    || entries(TimelineEntry.Kind.PHONE)
                                    .filter(entry -> entry.text().startsWith("answers"))
                                    .count()
                            > 1;
        }

        /** Of each operation all but one. */
        int repeated() {
            Map<String, Long> accepted = responses()
                    .filter(entry -> entry.detail("status").startsWith("2"))
                    .collect(Collectors.groupingBy(entry -> entry.detail("operation"), Collectors.counting()));
            return accepted.values().stream()
                    .mapToInt(times -> times.intValue() - 1)
                    .sum();
        }

        int rejected() {
            return (int) responses()
                    .filter(entry -> !entry.detail("status").startsWith("2"))
                    .count();
        }

        private long events(String type) {
            return entries(TimelineEntry.Kind.EVENT)
                    .filter(entry -> type.equals(entry.detail("event")))
                    .count();
        }

        private long noted(String name) {
            return steps.stream().filter(step -> step.name().equals(name)).count();
        }

        private Stream<TimelineEntry> responses() {
            return entries(TimelineEntry.Kind.RESPONSE);
        }

        private Stream<TimelineEntry> entries(TimelineEntry.Kind kind) {
            return timeline.stream().filter(entry -> entry.kind() == kind);
        }
    }
}
