package dev.callautomation.examples.scaleout.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A broker, a receiver and three workers, all in this JVM. */
class RelayTrafficTest {

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final String RELAY_TIMEOUT = "20s";
    private static final int WORKERS = 3;
    private static final int CALLS = 20;

    @TempDir
    Path folder;

    private final int kafkaPort = SimulatorSetup.freePort();
    private final int receiverPort = SimulatorSetup.freePort();
    private final List<Main> processes = new ArrayList<>();

    private void start(String role, String worker, CallLog log, SimulatorSetup setup) throws Exception {
        Main camel = Roles.configure(role, worker, kafkaPort, receiverPort, log, setup);
        // a pause of this machine must not look like a worker that is gone, whose events are sent to all
        camel.addOverrideProperty("camel.component.callautomation.relayTimeout", RELAY_TIMEOUT);
        processes.add(camel);
        camel.start();
    }

    /** Each call has four events or more that name no worker. */
    @Test
    void theEventsOfACallAreNotSentToAllWorkers() throws Exception {
        Broker broker = Broker.start(folder.resolve("kafka"), kafkaPort);
        try (SimulatorSetup setup = SimulatorSetup.start(SimulatorOptions.defaults());
                CallLog log = CallLog.start()) {
            start("receiver", "receiver", log, setup);
            for (int worker = 1; worker <= WORKERS; worker++) {
                start("worker", "worker-" + worker, log, setup);
            }
            setup.deliverTo(receiverPort, "IncomingCall");
            run(setup, log, 0);
            long before = Broker.relayedToAll(kafkaPort);
            List<String> calls = run(setup, log, 1);

            await().atMost(DEADLINE)
                    .untilAsserted(() -> assertThat(Tally.of(calls, setup.simulator()::timeline, log.steps())
                                    .finished())
                            .isEqualTo(CALLS));
            assertThat(Broker.relayedToAll(kafkaPort) - before).isLessThan(CALLS);
        } finally {
            processes.forEach(Main::stop);
            broker.stop();
        }
    }

    /** Returns when all calls have ended; those before tell the workers of each other. */
    private static List<String> run(SimulatorSetup setup, CallLog log, int round) {
        List<String> calls = IntStream.range(0, CALLS)
                .mapToObj(i -> setup.simulator()
                        .phone("+142555" + (50_000 + round * CALLS + i))
                        .call(PhoneBook.CONTACT_CENTER))
                .toList();
        await().atMost(DEADLINE).until(() -> log.count("ended") == (round + 1) * CALLS);
        return calls;
    }
}
