package dev.callautomation.benchmark.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.callautomation.benchmark.load.EventLoad;
import dev.callautomation.benchmark.load.EventMix;
import dev.callautomation.benchmark.load.LoadResult;
import dev.callautomation.benchmark.process.ChildProcess;
import dev.callautomation.benchmark.process.ClassPath;
import dev.callautomation.benchmark.run.Bench;
import dev.callautomation.benchmark.run.Contender;
import dev.callautomation.benchmark.run.Goal;
import dev.callautomation.benchmark.run.Metric;
import dev.callautomation.benchmark.run.Road;

/** From an event to the request that answers it, at a fixed rate. */
public final class ReplyRoad implements Road {

    private static final int RATE = 1_000;
    private static final int WARM_UP_RATE = 4_000;
    private static final String OURS = "ours";
    private static final String BARE = "bare Vert.x";

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String title() {
        return "event in to next request out at 1,000/s";
    }

    @Override
    public List<Contender> open(Bench bench) {
        OperationClients clients = new OperationClients(bench);
        ChildProcess load = bench.start(
                "load",
                ClassPath.VERTX,
                EventLoad.class,
                EventMix.Kind.PLAY,
                1,
                bench.options().inFlight(),
                Bench.freePort(),
                0,
                1_000);
        List<Contender> contenders = new ArrayList<>();
        for (String name : List.of(OURS, BARE)) {
            if (bench.options().selects(name)) {
                int port = Bench.freePort();
                if (name.equals(OURS)) {
                    bench.start(
                            name,
                            ClassPath.CAMEL_MAIN,
                            OursOperationMain.class,
                            clients.stub(),
                            port,
                            OursOperationMain.REPLY);
                } else {
                    bench.start(name, ClassPath.VERTX, BareOperationMain.class, clients.stub(), port, 0);
                }
                contenders.add(new Reply(
                        name,
                        load,
                        clients.service(),
                        port,
                        bench.options().warmUp(),
                        bench.options().seconds()));
            }
        }
        return contenders;
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.added(OURS, BARE, Metric.P99, 1));
    }

    private record Reply(String name, ChildProcess load, ChildProcess service, int port, int warmUpEvents, int seconds)
            implements Contender {

        @Override
        public void warmUp() {
            run(Math.min(WARM_UP_SECONDS, Math.max(1, warmUpEvents / WARM_UP_RATE)), WARM_UP_RATE);
        }

        @Override
        public Map<Metric, Double> round(int number) {
            LoadResult sent = run(seconds, RATE);
            Latencies latencies = service.ask(Latencies.class, 30, "latencies");
            return Map.of(
                    Metric.P50, latencies.p50Millis(),
                    Metric.P99, latencies.p99Millis(),
                    Metric.LOST, (double) (sent.events() - latencies.count()));
        }

        private LoadResult run(int time, int rate) {
            service.ask(Latencies.class, 30, "latencies");
            return load.ask(LoadResult.class, time + 60L, "paced", port, "/callautomation/events", time, rate);
        }
    }
}
