package dev.callautomation.benchmark.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a road.
 *
 * @param foreignCpu the part of the machine that other processes used, from 0 to 1; {@code null} if it is unknown
 * @param valid      whether conclusions may be drawn
 * @param contenders medians of each, the component's first
 * @param goals      values beside their limits
 */
record RoadResult(
        String name,
        String title,
        @Nullable Double foreignCpu,
        boolean valid,
        List<ContenderResult> contenders,
        List<GoalResult> goals) {

    /** Medians, and the rounds that they are made of. */
    record ContenderResult(String name, Map<Metric, Double> medians, List<Map<Metric, Double>> rounds) {}

    /**
     * A goal and what was measured.
     *
     * @param own   the contender's figure
     * @param peers the peer's; {@code null} if there is no peer
     * @param value what the limit is for
     * @param met {@code null} if the figures are not valid
     */
    record GoalResult(
            Goal goal,
            double own,
            @Nullable Double peers,
            double value,
            @Nullable Boolean met) {}

    static Optional<GoalResult> goal(Goal goal, List<ContenderResult> contenders, boolean valid) {
        Optional<Double> own = figure(contenders, goal.contender(), goal.metric());
        Optional<Double> peer = goal.peer() == null ? Optional.of(1.0) : figure(contenders, goal.peer(), goal.metric());
        if (own.isEmpty() || peer.isEmpty()) {
            return Optional.empty();
        }
        double value = goal.value(own.get(), peer.get());
        return Optional.of(new GoalResult(
                goal, own.get(), goal.peer() == null ? null : peer.get(), value, valid ? goal.met(value) : null));
    }

    private static Optional<Double> figure(List<ContenderResult> contenders, String name, Metric metric) {
        return contenders.stream()
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .map(contender -> contender.medians().get(metric));
    }
}
