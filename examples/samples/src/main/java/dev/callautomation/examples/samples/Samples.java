package dev.callautomation.examples.samples;

import java.nio.file.Path;
import java.util.List;

import org.apache.camel.main.Main;

import dev.callautomation.examples.samples.simulation.SimulatedSamples;
import dev.callautomation.examples.support.SimulatorSetup;

/**
 * Runs the routes in {@code camel/}: with {@code --azure} for real calls until it is stopped, otherwise for the simulated
 * calls in {@code scenarios/}, with exit code 0 if all went as expected and 1 if not. With {@code --keep-running} it stays
 * up after those, on port 8080, with the simulator on port 8088.
 */
public final class Samples {

    private static final int PORT = 8080;
    private static final int SIMULATOR_PORT = 8088;

    private Samples() {}

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--azure")) {
            Main camel = new Main();
            camel.setPropertyPlaceholderLocations("classpath:azure.properties,classpath:application.properties");
            System.exit(camel.run(new String[0]));
        }
        boolean keepRunning = List.of(arguments).contains("--keep-running");
        boolean passed;
        try (SimulatedSamples samples = new SimulatedSamples(
                keepRunning ? PORT : SimulatorSetup.freePort(),
                keepRunning ? SIMULATOR_PORT : 0,
                System.out,
                Path.of("target", "samples"))) {
            passed = samples.play();
            if (keepRunning) {
                samples.keepRunning();
            }
        }
        System.exit(passed ? 0 : 1);
    }
}
