package dev.callautomation.benchmark.call;

import java.time.Duration;
import java.util.Map;

import dev.callautomation.benchmark.process.Commands;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

/** The simulator with its defaults, apart from times, that a client loads. Argument: port. */
final class LoadedSimulatorMain {

    private LoadedSimulatorMain() {}

    public static void main(String[] arguments) throws Exception {
        CallAutomationSimulator simulator = CallAutomationSimulator.start(SimulatorOptions.defaults()
                .withPort(Integer.parseInt(arguments[0]))
                .withRing(Duration.ZERO)
                .withPlay(Duration.ZERO));
        new Commands()
                .on("options", words -> Map.of("connectionString", simulator.connectionString()))
                .serve();
    }
}
