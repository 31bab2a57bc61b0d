package dev.callautomation.examples.samples.simulation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.camel.main.Main;

import dev.callautomation.examples.support.Scenarios;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.simulator.SimulatorOptions;

/** The routes with a simulator in the place of the service, and with {@link Inboxes} in the place of a user. */
public final class SimulatedSamples implements AutoCloseable {

    static final List<String> SCENARIOS = List.of(
            "outbound-call/confirmed",
            "outbound-call/asked-again",
            "outbound-call/silence",
            "outbound-call/hang-up",
            "outbound-call/not-reached",
            "outbound-call/not-accepted",
            "outbound-call/two-calls",
            "appointment-reminder/confirmed",
            "appointment-reminder/canceled",
            "appointment-reminder/invalid",
            "appointment-reminder/timed-out",
            "appointment-reminder/hang-up",
            "appointment-reminder/not-reached",
            "appointment-reminder/not-accepted",
            "lobby/no-meeting",
            "lobby/admitted",
            "lobby/refused",
            "lobby/host-silent",
            "lobby/caller-left",
            "lobby/host-left");

    private static final Duration RING_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration PROMPT = Duration.ofMillis(100);

    private final Main camel = new Main();
    private final SimulatorSetup setup;
    private final Scenarios scenarios;

    /**
     * Starts them.
     *
     * @param port          of the routes
     * @param simulatorPort 0 for any free one
     */
    public SimulatedSamples(int port, int simulatorPort, PrintStream out, Path folder) {
        this(port, simulatorPort, out, folder, Map.of());
    }

    /** @param settings in the place of those of {@code application.properties} */
    SimulatedSamples(int port, int simulatorPort, PrintStream out, Path folder, Map<String, String> settings) {
        setup = SimulatorSetup.start(SimulatorOptions.defaults()
                .withPort(simulatorPort)
                .withPlay(PROMPT)
                .withRingTimeout(RING_TIMEOUT));
        setup.properties().forEach(camel::addInitialProperty);
        camel.addInitialProperty("simulation.port", String.valueOf(port));
        camel.addInitialProperty("simulation.folder", folder.toString());
        camel.addInitialProperty("camel.server.host", "localhost");
        settings.forEach(camel::addOverrideProperty);
        camel.configure().addRoutesBuilder(new Inboxes(folder));
        camel.start();
        setup.deliverTo(port, "IncomingCall");
        scenarios = new Scenarios(setup.simulator(), out, Map.of("application", "http://localhost:" + port));
    }

    /** Whether all scenarios went as expected. */
    public boolean play() {
        return play(SCENARIOS);
    }

    boolean play(List<String> names) {
        return scenarios.play(names);
    }

    /** Until the thread is interrupted. */
    public void keepRunning() throws InterruptedException {
        scenarios.keepRunning();
    }

    @Override
    public void close() {
        camel.stop();
        setup.close();
    }
}
