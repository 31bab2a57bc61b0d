package dev.callautomation.examples.livetranscript;

import java.nio.file.Path;
import java.util.List;

import org.apache.camel.main.Main;

import dev.callautomation.examples.livetranscript.simulation.SimulatedConversation;

/**
 * Runs {@link CallRoutes} and {@link StreamRoutes}: with {@code --azure} for real calls until it is stopped, otherwise for a
 * simulated call, with exit code 0 if its transcript says what was said and 1 if not.
 */
public final class LiveTranscript {

    private LiveTranscript() {}

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--azure")) {
            Main camel = camel();
            camel.setPropertyPlaceholderLocations("classpath:azure.properties,classpath:application.properties");
            System.exit(camel.run(new String[0]));
        }
        boolean passed;
        try (SimulatedConversation conversation =
                new SimulatedConversation(camel(), System.out, Path.of("transcripts"))) {
            passed = conversation.play();
        }
        System.exit(passed ? 0 : 1);
    }

    /** The application, not started. */
    static Main camel() {
        Main camel = new Main();
        camel.configure().addRoutesBuilder(new CallRoutes());
        camel.configure().addRoutesBuilder(new StreamRoutes());
        return camel;
    }
}
