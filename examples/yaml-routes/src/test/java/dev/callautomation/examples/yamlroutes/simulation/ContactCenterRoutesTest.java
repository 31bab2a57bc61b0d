package dev.callautomation.examples.yamlroutes.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.StubCrm;
import dev.callautomation.examples.support.StubTicketSystem;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The routes when a participant does not join the call. */
class ContactCenterRoutesTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static StubCrm crm;
    private static StubTicketSystem tickets;
    private static Simulation simulation;
    private static Main camel;

    private final CallAutomationSimulator simulator = simulation.simulator();
    private final SimulatedPhone agent = simulator.phone(PhoneBook.AGENT);
    private final SimulatedPhone fallback = simulator.phone(PhoneBook.FALLBACK);

    @BeforeAll
    static void start() throws Exception {
        crm = StubCrm.start(0, PhoneBook.ADA, PhoneBook.BEN);
        tickets = StubTicketSystem.start(0);
        simulation = new Simulation(crm, tickets);
        camel = simulation.camel();
        camel.addOverrideProperty("camel.main.shutdownTimeout", "1");
        // a busy machine may delay the systems that the routes use
        camel.addOverrideProperty("camel.component.salesforce.httpRequestTimeout", "60000");
        camel.addOverrideProperty("service-now.timeout-millis", "60000");
        camel.addOverrideProperty("contact-center.agent-ring-timeout", "1s");
        camel.start();
        simulation.announceCalls();
    }

    @AfterAll
    static void stop() {
        camel.stop();
        simulation.close();
        tickets.close();
        crm.close();
    }

    @BeforeEach
    void reset() {
        simulator.reset();
    }

    @ParameterizedTest
    @CsvSource({"DECLINE, 10024", "BUSY, 486", "NO_ANSWER, 10004"})
    void aCallerWhoseAgentDoesNotAnswerIsTransferredAndGetsATicket(PhoneBehaviour behaviour, String reason) {
        agent.behaviour(behaviour);

        awaitTicket(call(PhoneBook.ADA.phone()), reason, "The caller is transferred");
    }

    @Test
    void aCallerWhoseAgentTheServiceRefusesToInviteIsTransferredAndGetsATicket() {
        simulator.setFaults(Fault.onOperation("addParticipant").status(403));

        awaitTicket(call(PhoneBook.ADA.phone()), "403", "The caller is transferred");
    }

    @Test
    void aCallWithoutAgentAndFallbackIsEndedAndGetsATicket() {
        agent.behaviour(PhoneBehaviour.DECLINE);
        fallback.behaviour(PhoneBehaviour.DECLINE);
        String call = call(PhoneBook.ADA.phone());

        awaitTicket(call, "10024", "The transfer to +18005550199 failed");
        awaitEnd(call);
    }

    @Test
    void aCallWhoseTransferIsRefusedIsEndedAndGetsATicket() {
        agent.behaviour(PhoneBehaviour.BUSY);
        simulator.setFaults(Fault.onOperation("transferToParticipant").status(403));
        String call = call(PhoneBook.ADA.phone());

        awaitTicket(call, "The transfer to +18005550199 failed", "403");
        awaitEnd(call);
    }

    private String call(String caller) {
        return simulator.phone(caller).call(PhoneBook.CONTACT_CENTER);
    }

    private void awaitEnd(String call) {
        await().atMost(DEADLINE).until(() -> simulator.call(call).orElseThrow().state() == CallState.DISCONNECTED);
    }

    private void awaitTicket(String call, String... texts) {
        await().atMost(DEADLINE).untilAsserted(() -> {
            List<Map<String, Object>> incidents = tickets.incidentsOf(call);
            assertThat(incidents).singleElement().satisfies(ticket -> assertThat(
                            ticket.get("description").toString())
                    .contains(texts));
        });
    }
}
