package dev.callautomation.examples.voiceagent;

import java.nio.file.Path;
import java.util.List;

import org.apache.camel.main.Main;

import dev.callautomation.examples.voiceagent.simulation.SimulatedCallers;

/**
 * Runs the routes of {@code camel/*.yaml}: with {@code --azure} for real calls until it is stopped, otherwise for simulated
 * callers and a scripted model, with exit code 0 if all went as expected and 1 if not.
 */
public final class VoiceAgent {

    private VoiceAgent() {}

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--azure")) {
            Main camel = new Main();
            camel.setPropertyPlaceholderLocations("classpath:azure.properties,classpath:application.properties");
            System.exit(camel.run(new String[0]));
        }
        boolean passed;
        try (SimulatedCallers callers = new SimulatedCallers(System.out, Path.of("target", "voice-agent"))) {
            passed = callers.play();
        }
        System.exit(passed ? 0 : 1);
    }
}
