package dev.callautomation.benchmark.run;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Medians of rounds. */
final class Medians {

    private Medians() {}

    /** The value in the middle; the mean of the two in the middle if their number is even. */
    static double of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There is no median of no values");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The median of each metric, each for itself. */
    static Map<Metric, Double> ofRounds(List<Map<Metric, Double>> rounds) {
        return rounds.stream()
                .flatMap(round -> round.entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        () -> new EnumMap<>(Metric.class),
                        Collectors.collectingAndThen(
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList()), Medians::of)));
    }
}
