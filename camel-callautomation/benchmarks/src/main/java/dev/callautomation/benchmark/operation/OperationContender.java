package dev.callautomation.benchmark.operation;

import java.util.Map;

import dev.callautomation.benchmark.load.LoadResult;
import dev.callautomation.benchmark.process.ChildProcess;
import dev.callautomation.benchmark.process.ProcessFigures;
import dev.callautomation.benchmark.run.Contender;
import dev.callautomation.benchmark.run.Metric;
import dev.callautomation.benchmark.run.Options;

/** A process that executes operations. */
record OperationContender(String name, ChildProcess client, Options options) implements Contender {

    @Override
    public void warmUp() {
        run(WARM_UP_SECONDS, options.warmUp());
    }

    @Override
    public Map<Metric, Double> round(int number) {
        ProcessFigures before = client.figures();
        LoadResult result = run(options.seconds(), options.requests());
        if (result.failures() > 0) {
            throw new IllegalStateException(name + ": " + result.failures() + " operations have failed");
        }
        ProcessFigures after = client.figures();
        double units = after.units() - before.units();
        return Map.of(
                Metric.CPU, (after.cpuNanos() - before.cpuNanos()) / 1e3 / units,
                Metric.ALLOCATED, (after.allocatedBytes() - before.allocatedBytes()) / 1024.0 / units,
                Metric.RATE, units / result.seconds());
    }

    private LoadResult run(int seconds, int requests) {
        return client.ask(LoadResult.class, seconds + 60L, "run", seconds, requests, options.inFlight());
    }
}
