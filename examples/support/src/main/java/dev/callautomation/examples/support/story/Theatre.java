package dev.callautomation.examples.support.story;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.callautomation.examples.support.console.TimelinePrinter;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.EventGridSubscription;

/** Plays stories: starts a call service with phones and an application on it, and stops both when the stories are over. */
public final class Theatre {

    private final TimelinePrinter printer;
    private final Path folder;
    private final Duration patience;
    private final String[] announced;

    /**
     * @param folder where the application keeps its files
     * @param patience how long each moment may take to come
     * @param announced the types of the events that Event Grid brings to the application
     */
    public Theatre(TimelinePrinter printer, Path folder, Duration patience, String... announced) {
        this.printer = printer;
        this.folder = folder;
        this.patience = patience;
        this.announced = announced.clone();
    }

    /** An application that is played to. */
    @FunctionalInterface
    public interface Application {

        /**
         * Starts it. Its settings refer to the call service by these properties, whose names begin with {@code stand-in.}.
         *
         * @return what stops it
         */
        Runnable start(Map<String, String> settings) throws Exception;
    }

    /** Says whether every moment of every story came. */
    public boolean play(List<Story> stories, Application application) throws Exception {
        // prompts are short, so that nobody has to wait for them
        SimulatorOptions options = SimulatorOptions.defaults().withPlay(Duration.ofMillis(300));
        String port = freePort();
        String eventGridSecret = UUID.randomUUID().toString();
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start(options)) {
            Runnable end = application.start(Map.of(
                    "stand-in.connection-string", simulator.connectionString(),
                    "stand-in.resource-id", simulator.resourceId(),
                    "stand-in.authority", simulator.issuer().toString(),
                    "stand-in.event-grid-secret", eventGridSecret,
                    "stand-in.port", port,
                    "stand-in.folder", folder.toString()));
            try {
                String events = "http://localhost:" + port + "/callautomation/events?code=" + eventGridSecret;
                simulator.subscribe(EventGridSubscription.to(events).withTypes(announced));
                return new Stage(simulator, printer, folder, patience).play(stories);
            } finally {
                end.run();
            }
        }
    }

    /** The address is part of the application's configuration, so it has to be known before its server listens. */
    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
