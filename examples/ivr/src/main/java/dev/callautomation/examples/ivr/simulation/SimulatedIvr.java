package dev.callautomation.examples.ivr.simulation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

import dev.callautomation.examples.support.Scenarios;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

/** The routes with a simulator in the place of the service. */
public final class SimulatedIvr implements AutoCloseable {

    private static final List<String> SCENARIOS = List.of("support", "no-agent", "call-back", "silence");

    private static final Duration PROMPT = Duration.ofMillis(100);

    private final Main camel = new Main();
    private final SimulatorSetup setup;
    private final Scenarios scenarios;

    /**
     * Starts them.
     *
     * @param simulatorPort 0 for any free one
     */
    public SimulatedIvr(int simulatorPort, PrintStream out, Path folder) {
        int port = SimulatorSetup.freePort();
        setup = SimulatorSetup.start(
                SimulatorOptions.defaults().withPort(simulatorPort).withPlay(PROMPT));
        setup.properties().forEach(camel::addInitialProperty);
        camel.addInitialProperty("simulation.port", String.valueOf(port));
        camel.addInitialProperty("simulation.folder", folder.toString());
        camel.start();
        setup.deliverTo(port, "IncomingCall", "RecordingFileStatusUpdated");
        scenarios = new Scenarios(setup.simulator(), out, Map.of());
    }

    /** Whether all scenarios went as expected. */
    public boolean play() {
        return play(SCENARIOS);
    }

    boolean play(List<String> names) {
        return scenarios.play(names);
    }

    CallAutomationSimulator simulator() {
        return setup.simulator();
    }

    CamelContext camel() {
        return camel.getCamelContext();
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
