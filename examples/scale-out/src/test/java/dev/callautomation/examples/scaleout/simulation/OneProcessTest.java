package dev.callautomation.examples.scaleout.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.apache.camel.main.Main;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One broker, one receiver and one worker, all in this JVM. */
class OneProcessTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String AGENT = "8:acs:3afbe310-c6d9-4b6f-a11e-c2aeb352f207_agent-14255550101";

    @TempDir
    private static Path folder;

    private static final SimulatorSetup SETUP = SimulatorSetup.start(SimulatorOptions.defaults());
    private static final int RECEIVER_PORT = SimulatorSetup.freePort();

    /** The headers with which agents were added. */
    private static final List<Set<String>> HEADERS = new CopyOnWriteArrayList<>();

    private static CallLog log;
    private static Broker broker;
    private static int kafkaPort;
    private static Main receiver;
    private static Main worker;

    private final CallAutomationSimulator simulator = SETUP.simulator();

    @BeforeAll
    static void start() throws Exception {
        kafkaPort = SimulatorSetup.freePort();
        log = CallLog.start();
        broker = Broker.start(folder.resolve("kafka"), kafkaPort);
        receiver = start("receiver", "45s");
        worker = start("worker", "45s");
        SETUP.deliverTo(RECEIVER_PORT, "IncomingCall");
    }

    private static Main start(String role, String agentEventTimeout) throws Exception {
        Main camel = Roles.configure(role, "worker-1", kafkaPort, RECEIVER_PORT, log, SETUP);
        camel.addInitialProperty("AGENT_RING_TIMEOUT", "1s");
        camel.addInitialProperty("AGENT_EVENT_TIMEOUT", agentEventTimeout);
        camel.bind("headers", new HeaderRecorder());
        camel.start();
        return camel;
    }

    private static final class HeaderRecorder extends SimpleEventNotifierSupport {

        HeaderRecorder() {
            setIgnoreExchangeEvents(false);
            setIgnoreExchangeSendingEvents(false);
        }

        @Override
        public void notify(CamelEvent event) {
            if (event instanceof CamelEvent.ExchangeSendingEvent sending
                    && sending.getEndpoint().getEndpointUri().startsWith("callautomation://addParticipant")) {
                HEADERS.add(Set.copyOf(
                        sending.getExchange().getMessage().getHeaders().keySet()));
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        worker.stop();
        receiver.stop();
        SETUP.close();
        broker.stop();
        log.close();
    }

    @BeforeEach
    void reset() {
        simulator.reset();
    }

    @Test
    void callsAreFinishedOnce() {
        List<String> calls = Stream.of("+14255550201", "+14255550202", "+14255550203")
                .map(caller -> simulator.phone(caller).call(PhoneBook.CONTACT_CENTER))
                .toList();

        await().atMost(DEADLINE).untilAsserted(() -> assertThat(Tally.of(calls, simulator::timeline, log.steps()))
                .isEqualTo(new Tally(3, 0, 0, 0, 0)));
        assertThat(HEADERS).isNotEmpty().allSatisfy(headers -> assertThat(headers)
                .as("a waiting call keeps them")
                .contains(CallAutomationConstants.CALL_CONNECTION_ID)
                .doesNotContain(CallAutomationConstants.INCOMING_CALL_CONTEXT));
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINE", "BUSY", "NO_ANSWER"})
    void aCallWhoseAgentDoesNotAnswerIsEnded(PhoneBehaviour behaviour) {
        simulator.phone(AGENT).behaviour(behaviour);

        awaitEndWithoutAgent();
    }

    @Test
    void aCallWhoseAgentTheServiceRefusesToInviteIsEnded() {
        simulator.setFaults(Fault.onOperation("addParticipant").status(403));

        awaitEndWithoutAgent();
    }

    @Test
    void aCallIsEndedWhenTheEndOfTheInvitationIsNotDelivered() throws Exception {
        worker.stop();
        worker = start("worker", "500ms");
        try {
            simulator.phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
            simulator.setFaults(Fault.onEvent("AddParticipantFailed").drop());

            awaitEndWithoutAgent();
        } finally {
            worker.stop();
            worker = start("worker", "45s");
        }
    }

    private void awaitEndWithoutAgent() {
        String call = simulator.phone(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);

        await().atMost(DEADLINE).until(() -> simulator.call(call).orElseThrow().state() == CallState.DISCONNECTED);
        await().atMost(DEADLINE).untilAsserted(() -> assertThat(log.steps())
                .filteredOn(step -> step.call().equals(call))
                .extracting(CallLog.Step::name)
                .containsExactlyInAnyOrder("answered", "missed", "ended"));
    }
}
