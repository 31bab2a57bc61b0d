package dev.callautomation.examples.samples;

import java.nio.file.Path;
import java.util.List;

import org.apache.camel.main.Main;

import dev.callautomation.examples.samples.simulation.SimulatedSamples;

/**
 * Runs the routes in {@code camel/}: with {@code --azure} for real calls until it is stopped, otherwise for simulated calls,
 * with exit code 0 if every expected step of them happened and 1 if not.
 */
public final class Samples {

    private Samples() {}

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--azure")) {
            Main camel = new Main();
            camel.setPropertyPlaceholderLocations("classpath:azure.properties,classpath:application.properties");
            System.exit(camel.run(new String[0]));
        }
        System.exit(SimulatedSamples.run(System.out, Path.of("target", "samples")) ? 0 : 1);
    }
}
