package dev.callautomation.examples.livetranscript;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.apache.camel.main.Main;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.EventGridSubscription;

/**
 * Starts a simulated call service and Camel, then plays a call whose transcript is written to a file. The exit code is 0
 * if the transcript says what was said and 1 if it does not.
 */
public final class LiveTranscript {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private LiveTranscript() {}

    /** With {@code --azure} nothing is played: the routes take real calls until they are stopped. */
    public static void main(String[] args) throws Exception {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> arguments) throws Exception {
        if (arguments.contains("--azure")) {
            Main camel = camel();
            camel.setPropertyPlaceholderLocations("classpath:azure.properties,classpath:application.properties");
            return camel.run(new String[0]);
        }
        return play(System.out, Path.of("transcripts"), PATIENCE);
    }

    /** @param patience how long each step of the call may take */
    static int play(PrintStream out, Path transcripts, Duration patience) throws Exception {
        int port = freePort();
        String eventGridSecret = UUID.randomUUID().toString();
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start()) {
            Main camel = camel();
            camel.addInitialProperty("stand-in.connection-string", simulator.connectionString());
            camel.addInitialProperty("stand-in.resource-id", simulator.resourceId());
            camel.addInitialProperty("stand-in.authority", simulator.issuer().toString());
            camel.addInitialProperty("stand-in.event-grid-secret", eventGridSecret);
            camel.addInitialProperty("stand-in.port", String.valueOf(port));
            camel.addInitialProperty("stand-in.streams-port", String.valueOf(freePort()));
            camel.addOverrideProperty("transcripts", transcripts.toString());
            camel.start();
            try {
                String events = "http://localhost:" + port + "/callautomation/events?code=" + eventGridSecret;
                simulator.subscribe(EventGridSubscription.to(events).withTypes("IncomingCall"));
                return new Conversation(simulator, transcripts, patience, out).play() ? 0 : 1;
            } finally {
                camel.stop();
            }
        }
    }

    private static Main camel() {
        Main camel = new Main();
        camel.configure().addRoutesBuilder(new CallRoutes());
        camel.configure().addRoutesBuilder(new StreamRoutes());
        return camel;
    }

    /** Addresses are part of Camel's configuration, so they have to be known before the servers listen. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
