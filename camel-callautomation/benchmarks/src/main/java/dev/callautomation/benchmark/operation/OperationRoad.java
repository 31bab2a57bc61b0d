package dev.callautomation.benchmark.operation;

import java.util.List;

import dev.callautomation.benchmark.process.ClassPath;
import dev.callautomation.benchmark.run.Bench;
import dev.callautomation.benchmark.run.Contender;
import dev.callautomation.benchmark.run.Goal;
import dev.callautomation.benchmark.run.Metric;
import dev.callautomation.benchmark.run.Road;

/** Operations over TLS. */
public final class OperationRoad implements Road {

    private static final String OURS = "ours";
    private static final String ON_LOOP = "ours, continued on the event loop";
    private static final String BARE = "bare Vert.x, signed by hand";
    private static final String HOP = "the same with one hop to a pool";
    private static final String SDK = "official Java SDK";

    @Override
    public String name() {
        return "operations";
    }

    @Override
    public String title() {
        return "operation, TLS";
    }

    @Override
    public List<Contender> open(Bench bench) {
        return new OperationClients(bench)
                .add(OURS, ClassPath.CAMEL_MAIN, OursOperationMain.class, OperationLoop.NO_EVENTS)
                .add(
                        ON_LOOP,
                        ClassPath.CAMEL_MAIN,
                        OursOperationMain.class,
                        OperationLoop.NO_EVENTS,
                        OursOperationMain.ON_EVENT_LOOP)
                .add(BARE, ClassPath.VERTX, BareOperationMain.class, OperationLoop.NO_EVENTS, 0)
                .add(HOP, ClassPath.VERTX, BareOperationMain.class, OperationLoop.NO_EVENTS, 20)
                .add(SDK, ClassPath.SDK, SdkOperationMain.class)
                .contenders();
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                Goal.ratio(OURS, HOP, Metric.CPU, 1.15),
                Goal.ratio(ON_LOOP, BARE, Metric.CPU, 1.3),
                Goal.ratio(ON_LOOP, SDK, Metric.CPU, 0.4),
                Goal.atMost(OURS, Metric.ALLOCATED, 42));
    }
}
