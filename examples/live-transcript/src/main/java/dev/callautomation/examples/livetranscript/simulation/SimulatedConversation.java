package dev.callautomation.examples.livetranscript.simulation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.main.Main;

import dev.callautomation.examples.support.Scenarios;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.simulator.SimulatorOptions;

/** The application with a simulator in the place of the service, on which a caller and an agent talk. */
public final class SimulatedConversation implements AutoCloseable {

    private final Main camel;
    private final PrintStream out;
    private final Path transcripts;
    private final SimulatorSetup setup = SimulatorSetup.start(SimulatorOptions.defaults());
    private final Scenarios scenarios;

    /** Starts them. */
    public SimulatedConversation(Main camel, PrintStream out, Path transcripts) {
        this.camel = camel;
        this.out = out;
        this.transcripts = transcripts;
        int port = SimulatorSetup.freePort();
        setup.properties().forEach(camel::addInitialProperty);
        camel.addInitialProperty("simulation.port", String.valueOf(port));
        // what shows transcripts is not authenticated
        camel.addInitialProperty("camel.server.host", "localhost");
        camel.addInitialProperty("simulation.streams-port", String.valueOf(SimulatorSetup.freePort()));
        camel.addOverrideProperty("transcripts", transcripts.toString());
        camel.configure().addRoutesBuilder(new TranscriptRoute(transcripts));
        camel.start();
        setup.deliverTo(port, "IncomingCall");
        scenarios = new Scenarios(setup.simulator(), out, Map.of("application", "http://localhost:" + port));
    }

    /** Whether the conversation went as expected. Prints its transcript, too. */
    public boolean play() throws IOException {
        Set<Path> before = files();
        boolean passed = scenarios.play(List.of("conversation"));
        Set<Path> written = new HashSet<>(files());
        written.removeAll(before);
        for (Path transcript : written) {
            out.println(transcript);
            Files.readAllLines(transcript).forEach(line -> out.println("  " + line));
        }
        return passed;
    }

    private Set<Path> files() throws IOException {
        if (!Files.isDirectory(transcripts)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(transcripts)) {
            return files.collect(Collectors.toSet());
        }
    }

    @Override
    public void close() {
        camel.stop();
        setup.close();
    }
}
