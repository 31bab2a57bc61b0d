package dev.callautomation.examples.voiceagent.simulation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

import dev.callautomation.examples.support.Scenarios;
import dev.callautomation.examples.voiceagent.VoiceModel;

/** The routes with a simulator in the place of the service, and callers who talk with a scripted model. */
public final class SimulatedCallers implements AutoCloseable {

    private static final List<String> SCENARIOS =
            List.of("interruption", "silence", "second-question", "person", "live-audio");

    private final Surroundings surroundings;
    private final Main camel;
    private final PrintStream out;
    private final Scenarios scenarios;

    /** Starts them. */
    public SimulatedCallers(PrintStream out, Path folder) throws Exception {
        this.out = out;
        surroundings = new Surroundings(folder);
        camel = surroundings.application();
        camel.start();
        surroundings.announceCalls();
        scenarios = new Scenarios(
                surroundings.simulator(),
                out,
                Map.of(
                        "tickets", surroundings.tickets().uri().toString(),
                        "voiceModel", surroundings.voiceModel().counters().toString()));
    }

    /** Whether all scenarios went as expected. */
    public boolean play() {
        boolean passed = play(SCENARIOS);
        printLatencies();
        return passed;
    }

    boolean play(List<String> names) {
        return scenarios.play(names);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    CamelContext camel() {
        return camel.getCamelContext();
    }

    /** Measured, not checked: it depends on the machine. */
    private void printLatencies() {
        VoiceModel voiceModel = camel().getRegistry().lookupByNameAndType("voiceModel", VoiceModel.class);
        voiceModel
                .latencies()
                .forEach(latency -> out.printf(
                        Locale.ROOT,
                        "  live audio: %.1f ms from the last frame of the caller to the first frame of the answer%n",
                        latency.toNanos() / 1e6));
    }

    @Override
    public void close() {
        camel.stop();
        surroundings.close();
    }
}
