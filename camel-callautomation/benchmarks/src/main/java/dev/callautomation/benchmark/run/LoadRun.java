package dev.callautomation.benchmark.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the selected roads one after another. */
public final class LoadRun {

    /** All figures are valid. */
    public static final int OK = 0;

    /** The command line is wrong. */
    public static final int USAGE = 1;

    /** The machine was busy; the figures are printed, but mean nothing. */
    public static final int NOT_VALID = 2;

    private final List<Road> roads;

    public LoadRun(List<Road> roads) {
        this.roads = roads;
    }

    /** Runs what the arguments select and returns the exit code. */
    public int run(String... arguments) throws IOException {
        Options options;
        List<Road> selected;
        try {
            options = Options.parse(arguments);
            selected = select(options);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.USAGE.formatted(names()));
            return USAGE;
        }
        System.err.println(options);
        List<RoadResult> results = new ArrayList<>();
        for (Road road : selected) {
            System.err.println(road.name() + ": " + road.title());
            RoadResult measured = new RoadRunner(options).run(road);
            results.add(measured);
            System.out.println();
            System.out.println(Table.of(List.of(measured)));
            // a later road may fail
            result(options, results).write(options.json());
        }
        RunResult result = result(options, results);
        if (results.size() > 1) {
            System.out.println();
            System.out.println(Table.of(results));
        }
        System.out.println(result.machine());
        return result.valid() ? OK : NOT_VALID;
    }

    private static RunResult result(Options options, List<RoadResult> results) {
        return new RunResult(Instant.now(), RunResult.Machine.here(), options, List.copyOf(results));
    }

    private List<Road> select(Options options) {
        for (String name : options.roads()) {
            if (roads.stream().noneMatch(road -> road.name().equals(name))) {
                throw new IllegalArgumentException("Unknown road " + name + "; there are " + names());
            }
        }
        return roads.stream()
                .filter(road -> options.roads().isEmpty() || options.roads().contains(road.name()))
                .toList();
    }

    private String names() {
        return roads.stream().map(Road::name).collect(Collectors.joining(", "));
    }
}
