package dev.callautomation.examples.samples.simulation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.camel.main.Main;

import dev.callautomation.examples.support.CallScript;
import dev.callautomation.examples.support.SimulatedCalls;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.Reaction;

/** Runs the routes against a simulator, with persons that answer, speak and press keys. */
public final class SimulatedSamples {

    private static final Duration STEP_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration RING_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration PROMPT = Duration.ofMillis(100);

    private SimulatedSamples() {}

    /** Whether every expected step happened. */
    public static boolean run(PrintStream out, Path folder) throws Exception {
        List<CallScript> scripts = Stream.of(OutboundCalls.SCRIPTS, Reminders.SCRIPTS, LobbyCalls.SCRIPTS)
                .flatMap(List::stream)
                .toList();
        return run(out, folder, simulator -> {}, scripts);
    }

    /** @param prepare what the simulator is told before the calls */
    static boolean run(
            PrintStream out, Path folder, Consumer<CallAutomationSimulator> prepare, List<CallScript> scripts)
            throws Exception {
        SimulatorOptions options = SimulatorOptions.defaults().withPlay(PROMPT).withRingTimeout(RING_TIMEOUT);
        try (SimulatorSetup setup = SimulatorSetup.start(options)) {
            int port = SimulatorSetup.freePort();
            Main camel = new Main();
            setup.properties().forEach(camel::addInitialProperty);
            camel.addInitialProperty("simulation.port", String.valueOf(port));
            camel.addInitialProperty("simulation.folder", folder.toString());
            camel.start();
            try {
                setup.deliverTo(port, "IncomingCall");
                prepare.accept(setup.simulator());
                return new SimulatedCalls(setup.simulator(), out, folder, STEP_TIMEOUT).run(scripts);
            } finally {
                camel.stop();
            }
        }
    }

    /** After the prompt with these words. */
    static Reaction.Moment after(String prompt) {
        return Reaction.hearing(prompt).after(PROMPT.plusMillis(50));
    }
}
