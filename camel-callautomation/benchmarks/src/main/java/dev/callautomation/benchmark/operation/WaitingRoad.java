package dev.callautomation.benchmark.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.callautomation.benchmark.process.ChildProcess;
import dev.callautomation.benchmark.process.ClassPath;
import dev.callautomation.benchmark.run.Bench;
import dev.callautomation.benchmark.run.Contender;
import dev.callautomation.benchmark.run.Goal;
import dev.callautomation.benchmark.run.Metric;
import dev.callautomation.benchmark.run.Road;

/** Memory of operations whose event does not come: the difference of the heap, with the exchange of the route. */
public final class WaitingRoad implements Road {

    private static final int OPERATIONS = 10_000;
    private static final int AT_A_TIME = 50;
    private static final String OURS = "ours";

    @Override
    public String name() {
        return "waiting";
    }

    @Override
    public String title() {
        return "waiting operation";
    }

    @Override
    public List<Contender> open(Bench bench) {
        OperationClients clients = new OperationClients(bench);
        List<Contender> contenders = new ArrayList<>();
        if (bench.options().selects(OURS)) {
            ChildProcess client =
                    bench.start(OURS, ClassPath.CAMEL_MAIN, OursOperationMain.class, clients.stub(), Bench.freePort());
            contenders.add(new Waiting(OURS, client, clients.service()));
        }
        return contenders;
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.atMost(OURS, Metric.HEAP, 1_500));
    }

    private record Waiting(String name, ChildProcess client, ChildProcess service) implements Contender {

        @Override
        public void warmUp() {
            start(1_000);
        }

        @Override
        public Map<Metric, Double> round(int number) {
            long before = client.ask(Long.class, 60, "collect");
            start(OPERATIONS);
            return Map.of(Metric.HEAP, (client.ask(Long.class, 60, "collect") - before) / (double) OPERATIONS);
        }

        /** Starts more when the service has answered, so that requests do not wait for connections. */
        private void start(int operations) {
            for (int left = operations; left > 0; left -= AT_A_TIME) {
                long answered = service.figures().units();
                client.ask(Long.class, 60, "wait", AT_A_TIME);
                if (service.ask(Long.class, 90, "await", answered + AT_A_TIME) != answered + AT_A_TIME) {
                    throw new IllegalStateException("Not all operations have been sent");
                }
            }
        }
    }
}
