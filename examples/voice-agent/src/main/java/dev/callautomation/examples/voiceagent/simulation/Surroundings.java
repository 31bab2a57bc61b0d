package dev.callautomation.examples.voiceagent.simulation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import org.apache.camel.main.Main;

import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.examples.support.StubTicketSystem;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

/** What the application needs around it: the simulator, a scripted model, and stubs of an order and a ticket system. */
final class Surroundings implements AutoCloseable {

    static final Duration PROMPT = Duration.ofMillis(300);

    private final SimulatorSetup setup =
            SimulatorSetup.start(SimulatorOptions.defaults().withPlay(PROMPT));
    private final ScriptedModel model = new ScriptedModel();
    private final StubOrders orders = new StubOrders();
    private final StubTicketSystem tickets = StubTicketSystem.start(0);
    private final String headersKey = UUID.randomUUID().toString();
    private final Path folder;
    private final int port = SimulatorSetup.freePort();
    private final int streams = SimulatorSetup.freePort();
    private final ScriptedVoiceModel voiceModel;

    Surroundings(Path folder) throws Exception {
        this.folder = folder;
        this.voiceModel = new ScriptedVoiceModel(model.key());
    }

    CallAutomationSimulator simulator() {
        return setup.simulator();
    }

    ScriptedModel model() {
        return model;
    }

    ScriptedVoiceModel voiceModel() {
        return voiceModel;
    }

    /** Where the application takes the audio of calls. */
    URI audio() {
        return URI.create("ws://localhost:" + streams + "/audio");
    }

    StubOrders orders() {
        return orders;
    }

    StubTicketSystem tickets() {
        return tickets;
    }

    Path transcripts() {
        return folder.resolve("transcripts");
    }

    /** The application, with its settings and not started. */
    Main application() {
        Main camel = new Main();
        setup.properties().forEach(camel::addInitialProperty);
        camel.addInitialProperty("simulation.port", String.valueOf(port));
        camel.addInitialProperty("simulation.folder", folder.toString());
        camel.addInitialProperty("simulation.model-url", model.url());
        camel.addInitialProperty("simulation.model-key", model.key());
        camel.addInitialProperty("simulation.orders-url", orders.uri().toString());
        camel.addInitialProperty("simulation.tickets-url", tickets.uri().toString());
        camel.addInitialProperty("simulation.headers-key", headersKey);
        camel.addInitialProperty("simulation.streams-port", String.valueOf(streams));
        camel.addInitialProperty("simulation.voice-model-url", voiceModel.url());
        return camel;
    }

    /** Announces calls to the application, which has started. */
    void announceCalls() {
        setup.deliverTo(port, "IncomingCall");
    }

    @Override
    public void close() {
        setup.close();
        voiceModel.close();
        model.close();
        orders.close();
        tickets.close();
    }
}
