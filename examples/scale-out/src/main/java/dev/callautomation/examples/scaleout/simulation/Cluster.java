package dev.callautomation.examples.scaleout.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.EventGridSubscription;

/** The processes: a broker, two receivers, and workers that come and go. */
final class Cluster implements AutoCloseable {

    private final CallAutomationSimulator simulator;
    private final CallLog log;
    private final Path folder;
    private final int kafkaPort = SimulatorSetup.freePort();
    private final String eventGridSecret = UUID.randomUUID().toString();
    private final String contextHeadersKey = UUID.randomUUID().toString();
    private final List<Integer> receiverPorts = List.of(SimulatorSetup.freePort(), SimulatorSetup.freePort());
    private final List<ChildProcess> children = new ArrayList<>();
    private final List<ChildProcess> workers = new ArrayList<>();
    private Map<String, String> timeouts = Map.of();

    /**
     * @param folder for logs and the broker's files
     */
    Cluster(CallAutomationSimulator simulator, CallLog log, Path folder) throws IOException {
        this.simulator = simulator;
        this.log = log;
        this.folder = Files.createDirectories(folder);
    }

    /** Starts the broker, and when it is ready receivers and workers. Incoming calls are announced from then on. */
    void start(int number) throws IOException, InterruptedException {
        Path files = Files.createTempDirectory(folder, "kafka-");
        child("broker", "broker", Map.of("KAFKA_FOLDER", files.toString(), "KAFKA_PORT", String.valueOf(kafkaPort)))
                .awaitReady();
        List<ChildProcess> starting = new ArrayList<>();
        for (int receiver = 1; receiver <= receiverPorts.size(); receiver++) {
            starting.add(receiver(receiver));
        }
        for (int worker = 0; worker < number; worker++) {
            starting.add(worker());
        }
        for (ChildProcess child : starting) {
            child.awaitReady();
        }
        simulator.subscribe(EventGridSubscription.to(receiverUri(1) + "/callautomation/events?code=" + eventGridSecret)
                .withTypes("IncomingCall"));
    }

    private ChildProcess receiver(int number) throws IOException {
        return child(
                "receiver",
                "receiver-" + number,
                Map.of(
                        "ACS_RESOURCE_ID", simulator.resourceId(),
                        "CALLBACK_ISSUER", simulator.issuer().toString(),
                        "EVENT_GRID_SECRET", eventGridSecret,
                        "PORT", String.valueOf(receiverPorts.get(number - 1))));
    }

    /** Starts one more worker, without waiting for it. */
    ChildProcess worker() throws IOException {
        int number = workers.size() + 1;
        Map<String, String> environment = new HashMap<>(log.environment());
        environment.put("ACS_CONNECTION_STRING", simulator.connectionString());
        environment.put("WORKER", "worker-" + number);
        environment.put("CONTEXT_HEADERS_KEY", contextHeadersKey);
        // the same for all: requests of all workers have to be equal
        environment.put("PUBLIC_URL", receiverUri(2));
        environment.putAll(timeouts);
        ChildProcess worker = child("worker", "worker-" + number, environment);
        workers.add(worker);
        return worker;
    }

    /** How long agents' phones may ring, on workers that are started from now on. */
    void setAgentRingTimeout(Duration ring) {
        timeouts = Map.of(
                "AGENT_RING_TIMEOUT",
                ring.toSeconds() + "s",
                "AGENT_EVENT_TIMEOUT",
                ring.multipliedBy(2).toSeconds() + "s");
    }

    /** All that have been started. */
    List<ChildProcess> workers() {
        return List.copyOf(workers);
    }

    /** The number of messages of the relay that a worker has received so far, on average. */
    double relayed() throws Exception {
        return Broker.relayed(
                kafkaPort, workers.stream().map(ChildProcess::name).toList());
    }

    private String receiverUri(int number) {
        return "http://localhost:" + receiverPorts.get(number - 1);
    }

    private ChildProcess child(String role, String name, Map<String, String> environment) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("KAFKA", "127.0.0.1:" + kafkaPort);
        ChildProcess child = ChildProcess.start(role, name, all, folder);
        children.add(child);
        return child;
    }

    /** Ends all processes, the broker last. */
    @Override
    public void close() throws IOException {
        List<ChildProcess> brokers = children.subList(0, Math.min(1, children.size()));
        List<ChildProcess> others = children.subList(brokers.size(), children.size());
        others.forEach(ChildProcess::end);
        others.forEach(ChildProcess::close);
        brokers.forEach(ChildProcess::close);
    }
}
