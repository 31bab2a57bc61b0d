package dev.callautomation.examples.scaleout;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.callautomation.simulator.model.TimelineEntry;

/**
 * What became of the calls, by what the service did and what the log holds, not by what a worker says of itself.
 *
 * @param finished  calls whose every step happened
 * @param lost      the others
 * @param doubled   calls of which something happened more than once
 * @param repeated  requests that were sent a second time, recognized by the service and not carried out again
 * @param rejected  requests that the service turned down
 */
record Tally(int finished, int lost, int doubled, int repeated, int rejected) {

    /** Events that say what was carried out: each comes once in a call in which all is well. */
    private static final Set<String> DONE = Set.of("CallConnected", "AddParticipantSucceeded", "CallDisconnected");

    private static final Set<String> NOTED = Set.of("answered", "joined", "ended");

    static Tally of(List<String> calls, Timelines timelines, List<CallLog.Step> steps) {
        Map<String, List<CallLog.Step>> log = steps.stream().collect(Collectors.groupingBy(CallLog.Step::call));
        List<Story> stories = calls.stream()
                .map(call -> new Story(timelines.of(call), log.getOrDefault(call, List.of())))
                .toList();
        int finished = count(stories, Story::isFinished);
        return new Tally(
                finished,
                calls.size() - finished,
                count(stories, Story::isDoubled),
                stories.stream().mapToInt(Story::repeated).sum(),
                stories.stream().mapToInt(Story::rejected).sum());
    }

    boolean isPerfect() {
        return lost == 0 && doubled == 0;
    }

    private static int count(List<Story> stories, Predicate<Story> which) {
        return (int) stories.stream().filter(which).count();
    }

    /** The service's own account of its calls. */
    @FunctionalInterface
    interface Timelines {
        List<TimelineEntry> of(String call);
    }

    /** One call, told by the service and by the log. */
    private record Story(List<TimelineEntry> timeline, List<CallLog.Step> steps) {

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
