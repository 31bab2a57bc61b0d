package dev.callautomation.examples.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.EventGridSubscription;

/** A simulator with its Event Grid secret, and the properties by which an application finds them. */
public final class SimulatorSetup implements AutoCloseable {

    private final CallAutomationSimulator simulator;
    private final String eventGridSecret = UUID.randomUUID().toString();

    private SimulatorSetup(CallAutomationSimulator simulator) {
        this.simulator = simulator;
    }

    public static SimulatorSetup start(SimulatorOptions options) {
        return new SimulatorSetup(CallAutomationSimulator.start(options));
    }

    public CallAutomationSimulator simulator() {
        return simulator;
    }

    /** The settings of the examples refer to these. */
    public Map<String, String> properties() {
        return Map.of(
                "simulation.connection-string", simulator.connectionString(),
                "simulation.resource-id", simulator.resourceId(),
                "simulation.issuer", simulator.issuer().toString(),
                "simulation.event-grid-secret", eventGridSecret);
    }

    /**
     * Delivers Event Grid events of these types to an application on this machine.
     *
     * @throws IllegalStateException if the application does not answer the subscription's handshake
     */
    public void deliverTo(int port, String... types) {
        URI webhook = URI.create("http://localhost:" + port + "/callautomation/events?code=" + eventGridSecret);
        simulator.subscribe(EventGridSubscription.to(webhook.toString()).withTypes(types));
    }

    /** A port that is free now: the callback URI is a setting, so it has to be known before the server listens. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
