package dev.callautomation.benchmark.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.callautomation.benchmark.load.LoadResult;
import dev.callautomation.benchmark.process.ChildProcess;
import dev.callautomation.benchmark.process.ClassPath;
import dev.callautomation.benchmark.process.ProcessFigures;
import dev.callautomation.benchmark.run.Bench;
import dev.callautomation.benchmark.run.Contender;
import dev.callautomation.benchmark.run.Goal;
import dev.callautomation.benchmark.run.Metric;
import dev.callautomation.benchmark.run.Options;
import dev.callautomation.benchmark.run.Road;

/**
 * Load on the simulator in a heap of 256 MB: requests of many and of few calls at once, and of calls that end, and what they
 * leave behind.
 */
public final class SimulatorRoad implements Road {

    private static final List<String> HEAP = List.of("-Xms256m", "-Xmx256m");
    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final String FEW_CALLS = "1,000 calls";
    private static final String MANY_CALLS = "10,000 calls";
    private static final String NEW_CALLS = "10,000 calls that end after 10 requests";
    private static final int REQUESTS_OF_A_CALL = 10;
    private static final int IN_FLIGHT = 32;

    /** Requests that fill what is kept of timelines, so that the heap grows no more, and that the compilers need. */
    private static final int WARM_UP = 150_000;

    private static final int MOST_WARM_UPS = 30;

    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public String title() {
        return "requests to the simulator in 256 MB, two events each";
    }

    @Override
    public List<Contender> open(Bench bench) {
        List<Contender> contenders = new ArrayList<>();
        open(bench, contenders, MANY_CALLS, MANY, 0);
        open(bench, contenders, FEW_CALLS, FEW, 0);
        open(bench, contenders, NEW_CALLS, MANY, REQUESTS_OF_A_CALL);
        return contenders;
    }

    private static void open(Bench bench, List<Contender> contenders, String name, int calls, int perCall) {
        if (bench.options().selects(name)) {
            ChildProcess simulator =
                    bench.startWith(HEAP, name, ClassPath.SIMULATOR, LoadedSimulatorMain.class, Bench.freePort());
            Object connectionString = simulator.ask(Map.class, 30, "options").get("connectionString");
            ChildProcess client = bench.start(
                    "client of " + name,
                    ClassPath.VERTX,
                    SimulatorClientMain.class,
                    connectionString,
                    Bench.freePort());
            long events = client.ask(Long.class, 120, "create", calls, IN_FLIGHT);
            if (events < 2L * calls) {
                throw new IllegalStateException(name + ": " + events + " events of " + 2 * calls);
            }
            contenders.add(new Load(name, simulator, client, perCall, bench.options()));
        }
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                Goal.atLeast(FEW_CALLS, Metric.RATE, 5_000),
                Goal.ratio(MANY_CALLS, FEW_CALLS, Metric.CPU, 1.2),
                Goal.atMost(MANY_CALLS, Metric.LOST, 0),
                Goal.atMost(FEW_CALLS, Metric.HEAP, 20));
    }

    private record Load(String name, ChildProcess simulator, ChildProcess client, int perCall, Options options)
            implements Contender {

        @Override
        public void warmUp() {
            long requests = 0;
            for (int i = 0; i < MOST_WARM_UPS && requests < WARM_UP; i++) {
                requests += run(3, WARM_UP).requests();
            }
        }

        @Override
        public Map<Metric, Double> round(int number) {
            long heap = simulator.ask(Long.class, 60, "collect");
            ProcessFigures before = simulator.figures();
            ProcessFigures clientBefore = client.figures();
            LoadResult result = run(options.seconds(), options.requests());
            ProcessFigures after = simulator.figures();
            ProcessFigures clientAfter = client.figures();
            long grown = simulator.ask(Long.class, 60, "collect") - heap;
            double requests = Math.max(1, result.requests());
            return Map.of(
                    Metric.RATE, requests / result.seconds(),
                    Metric.CPU, (after.cpuNanos() - before.cpuNanos()) / 1e3 / requests,
                    Metric.CPU_OF_LOAD, (clientAfter.cpuNanos() - clientBefore.cpuNanos()) / 1e3 / requests,
                    Metric.ALLOCATED, (after.allocatedBytes() - before.allocatedBytes()) / 1024.0 / requests,
                    Metric.LOST, (double) result.failures(),
                    Metric.RESIDENT, (heap + grown) / 1048576.0,
                    Metric.HEAP, Math.max(0, grown) / requests);
        }

        private LoadResult run(int time, int requests) {
            return client.ask(LoadResult.class, time + 60L, "run", time, IN_FLIGHT, requests, perCall);
        }
    }
}
