package dev.callautomation.benchmark.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.callautomation.benchmark.process.CpuTimes;

/** Runs a road: all contenders warm up, then each round runs them one after another. */
final class RoadRunner {

    private final Options options;

    RoadRunner(Options options) {
        this.options = options;
    }

    RoadResult run(Road road) {
        try (Bench bench = new Bench(options)) {
            List<Contender> contenders = road.open(bench);
            for (Contender contender : contenders) {
                System.err.println("  " + road.name() + ": warm-up of " + contender.name());
                contender.warmUp();
            }
            ForeignCpu foreign = new ForeignCpu(options.foreign());
            Map<Contender, List<Map<Metric, Double>>> rounds = new LinkedHashMap<>();
            contenders.forEach(contender -> rounds.put(contender, new ArrayList<>()));
            for (int round = 0; round < options.rounds(); round++) {
                System.err.println("  " + road.name() + ": round " + (round + 1) + " of " + options.rounds());
                for (int i = 0; i < contenders.size(); i++) {
                    // each is the first in turn
                    Contender contender = contenders.get((i + round) % contenders.size());
                    CpuTimes start = CpuTimes.now(bench.pids());
                    Map<Metric, Double> figures = contender.round(round);
                    System.err.println("    " + contender.name() + ": " + Table.figures(figures));
                    rounds.get(contender).add(figures);
                    foreign.add(CpuTimes.now(bench.pids()).foreignShareSince(start));
                }
            }
            return result(road, foreign, rounds);
        }
    }

    private static RoadResult result(Road road, ForeignCpu foreign, Map<Contender, List<Map<Metric, Double>>> rounds) {
        List<RoadResult.ContenderResult> contenders = rounds.entrySet().stream()
                .map(entry -> new RoadResult.ContenderResult(
                        entry.getKey().name(), Medians.ofRounds(entry.getValue()), entry.getValue()))
                .toList();
        Double share = Double.isNaN(foreign.share()) ? null : foreign.share();
        return new RoadResult(
                road.name(),
                road.title(),
                share,
                foreign.valid(),
                contenders,
                road.goals().stream()
                        .map(goal -> RoadResult.goal(goal, contenders, foreign.valid()))
                        .flatMap(Optional::stream)
                        .toList());
    }
}
