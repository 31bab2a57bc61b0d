package dev.callautomation.benchmark.operation;

import java.util.List;

import dev.callautomation.benchmark.process.ClassPath;
import dev.callautomation.benchmark.run.Bench;
import dev.callautomation.benchmark.run.Contender;
import dev.callautomation.benchmark.run.Goal;
import dev.callautomation.benchmark.run.Metric;
import dev.callautomation.benchmark.run.Road;

/** Operations over TLS that end with their event. */
public final class AwaitedRoad implements Road {

    private static final String OURS = "ours";
    private static final String BARE = "bare Vert.x, request and event by hand";

    @Override
    public String name() {
        return "awaited";
    }

    @Override
    public String title() {
        return "operation with its completion awaited";
    }

    @Override
    public List<Contender> open(Bench bench) {
        return new OperationClients(bench)
                .add(OURS, ClassPath.CAMEL_MAIN, OursOperationMain.class, Bench.freePort())
                .add(BARE, ClassPath.VERTX, BareOperationMain.class, Bench.freePort(), 0)
                .contenders();
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.ratio(OURS, BARE, Metric.CPU, 1.8));
    }
}
