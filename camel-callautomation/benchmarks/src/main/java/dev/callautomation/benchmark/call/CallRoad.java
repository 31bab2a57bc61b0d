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
import dev.callautomation.benchmark.run.Road;

/** Whole calls of the simulator, which runs beside the application. */
public final class CallRoad implements Road {

    private static final String OURS = "ours";

    /** A call takes 65 ms on an idle machine, 50 of which the simulator takes to connect: 64 calls would limit the rate. */
    private static final int CALLS_AT_ONCE = 256;

    private static final int WARM_UP_STEP = 3;

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public String title() {
        return "whole calls through six steps, simulator beside it";
    }

    @Override
    public List<Contender> open(Bench bench) {
        List<Contender> contenders = new ArrayList<>();
        if (bench.options().selects(OURS)) {
            int port = Bench.freePort();
            ChildProcess simulator =
                    bench.start("simulator", ClassPath.SIMULATOR, SimulatorMain.class, Bench.freePort());
            Map<?, ?> options = simulator.ask(Map.class, 30, "options");
            ChildProcess application = bench.start(
                    OURS,
                    ClassPath.CAMEL_MAIN,
                    CallMain.class,
                    port,
                    options.get("connectionString"),
                    options.get("resourceId"),
                    options.get("callbackIssuer"));
            simulator.ask(Boolean.class, 30, "subscribe", CallMain.callbackUri(port) + "?code=" + CallMain.SECRET);
            contenders.add(new Calls(
                    OURS,
                    application,
                    simulator,
                    bench.options().warmUp(),
                    bench.options().seconds()));
        }
        return contenders;
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.atLeast(OURS, Metric.RATE, 1_500), Goal.atMost(OURS, Metric.CPU, 700));
    }

    private record Calls(String name, ChildProcess application, ChildProcess simulator, int warmUpCalls, int seconds)
            implements Contender {

        @Override
        public void warmUp() {
            long calls = 0;
            for (int time = 0; time < WARM_UP_SECONDS && calls < warmUpCalls; time += WARM_UP_STEP) {
                calls += run(WARM_UP_STEP).events();
            }
        }

        @Override
        public Map<Metric, Double> round(int number) {
            ProcessFigures before = application.figures();
            LoadResult result = run(seconds);
            ProcessFigures after = application.figures();
            double calls = after.units() - before.units();
            return Map.of(
                    Metric.RATE, result.events() / result.seconds(),
                    Metric.CPU, (after.cpuNanos() - before.cpuNanos()) / 1e3 / calls,
                    Metric.ALLOCATED, (after.allocatedBytes() - before.allocatedBytes()) / 1024.0 / calls,
                    Metric.LOST, (double) result.failures());
        }

        private LoadResult run(int time) {
            return simulator.ask(LoadResult.class, time + 60L, "run", time, CALLS_AT_ONCE);
        }
    }
}
