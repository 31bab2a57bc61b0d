package dev.callautomation.examples.ivr;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.apache.camel.main.Main;

import dev.callautomation.examples.support.console.Style;
import dev.callautomation.examples.support.console.TimelinePrinter;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.EventGridSubscription;

/**
 * Starts a simulated call service, Camel with the routes in {@code camel/ivr.camel.yaml}, and callers who use them. The exit
 * code is 0 if everything happened that was to, and 1 otherwise.
 */
public final class Ivr {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path FOLDER = Path.of("target", "ivr");

    private Ivr() {}

    /** With {@code --azure} nobody is played: the routes take real calls until they are stopped. */
    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--azure")) {
            Main camel = new Main();
            camel.setPropertyPlaceholderLocations("classpath:azure.properties,classpath:application.properties");
            System.exit(camel.run(new String[0]));
        }
        TimelinePrinter printer = new TimelinePrinter(System.out, Style.ofThisConsole());
        System.exit(play(Story.ALL, printer, FOLDER, PATIENCE) ? 0 : 1);
    }

    static boolean play(List<Story> stories, TimelinePrinter printer, Path folder, Duration patience) throws Exception {
        int port = freePort();
        String eventGridSecret = UUID.randomUUID().toString();
        // prompts are short, so that nobody has to wait for them
        SimulatorOptions options = SimulatorOptions.defaults().withPlayMillis(300);
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start(options)) {
            Main camel = new Main();
            camel.addInitialProperty("stand-in.connection-string", simulator.connectionString());
            camel.addInitialProperty("stand-in.resource-id", simulator.resourceId());
            camel.addInitialProperty("stand-in.authority", simulator.issuer().toString());
            camel.addInitialProperty("stand-in.event-grid-secret", eventGridSecret);
            camel.addInitialProperty("stand-in.port", String.valueOf(port));
            camel.addInitialProperty("stand-in.folder", folder.toString());
            camel.start();
            try {
                simulator.subscribe(EventGridSubscription.to(
                                "http://localhost:" + port + "/callautomation/events?code=" + eventGridSecret)
                        .withTypes("IncomingCall", "RecordingFileStatusUpdated"));
                return new Stage(simulator, printer, folder, patience).play(stories);
            } finally {
                camel.stop();
            }
        }
    }

    /** The address is part of Camel's configuration, so it has to be known before the server listens. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
