package dev.callautomation.benchmark;

import java.io.IOException;
import java.util.List;

import dev.callautomation.benchmark.call.CallRoad;
import dev.callautomation.benchmark.call.SimulatorRoad;
import dev.callautomation.benchmark.event.EventRoad;
import dev.callautomation.benchmark.event.GrowthRoad;
import dev.callautomation.benchmark.event.SpringRoad;
import dev.callautomation.benchmark.event.StartRoad;
import dev.callautomation.benchmark.event.TokenRoad;
import dev.callautomation.benchmark.operation.AwaitedRoad;
import dev.callautomation.benchmark.operation.OperationRoad;
import dev.callautomation.benchmark.operation.ReplyRoad;
import dev.callautomation.benchmark.operation.WaitingRoad;
import dev.callautomation.benchmark.run.LoadRun;

/** Compares the cost of the component with that of the same work done by other means. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(new LoadRun(List.of(
                        new EventRoad(),
                        new TokenRoad(),
                        new SpringRoad(),
                        new OperationRoad(),
                        new AwaitedRoad(),
                        new WaitingRoad(),
                        new StartRoad(),
                        new ReplyRoad(),
                        new GrowthRoad(),
                        new CallRoad(),
                        new SimulatorRoad()))
                .run(arguments));
    }
}
