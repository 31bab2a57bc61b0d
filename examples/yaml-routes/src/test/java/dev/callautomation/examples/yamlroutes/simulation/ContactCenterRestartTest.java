package dev.callautomation.examples.yamlroutes.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.StubCrm;
import dev.callautomation.examples.support.StubTicketSystem;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The routes when calls outlast the application, or its waiting for an event. */
class ContactCenterRestartTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final StubCrm crm = StubCrm.start(0, PhoneBook.ADA, PhoneBook.BEN);
    private final StubTicketSystem tickets = StubTicketSystem.start(0);
    private final Simulation simulation = new Simulation(crm, tickets);
    private final CallAutomationSimulator simulator = simulation.simulator();
    private final SimulatedPhone agent = simulator.phone(PhoneBook.AGENT);
    private final SimulatedPhone fallback = simulator.phone(PhoneBook.FALLBACK);
    private Main camel;

    @AfterEach
    void stop() {
        camel.stop();
        simulation.close();
        tickets.close();
        crm.close();
    }

    @Test
    void aCallerIsTransferredWhenTheEndOfTheInvitationIsNotDelivered() throws Exception {
        start("500ms");
        simulation.announceCalls();
        agent.behaviour(PhoneBehaviour.DECLINE);
        simulator.setFaults(Fault.onEvent("AddParticipantFailed").drop());
        String call = simulator.phone(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);

        awaitTicket(call, "PT0.5S", "The caller is transferred");
    }

    @Test
    void anInvitationThatEndsAfterTheTransferOpensNoSecondTicket() throws Exception {
        start("500ms");
        simulation.announceCalls();
        fallback.behaviour(PhoneBehaviour.MANUAL);
        agent.behaviour(PhoneBehaviour.MANUAL);
        String call = call(PhoneBook.ADA.phone(), PhoneBook.FALLBACK);
        NotifyBuilder handled = new NotifyBuilder(camel.getCamelContext())
                .fromRoute("missed-later")
                .whenDone(1)
                .create();

        agent.decline();
        assertThat(handled.matches(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        fallback.answer();

        awaitTicket(call, "PT0.5S", "The caller is transferred");
    }

    @Test
    void callsContinueAfterARestart() throws Exception {
        start("45s");
        simulation.announceCalls();
        fallback.behaviour(PhoneBehaviour.MANUAL);
        agent.behaviour(PhoneBehaviour.DECLINE);
        call("+14255550111", PhoneBook.FALLBACK);
        call("+14255550112", PhoneBook.FALLBACK);
        agent.behaviour(PhoneBehaviour.MANUAL);
        call("+14255550113", PhoneBook.AGENT);
        call("+14255550114", PhoneBook.AGENT);
        camel.stop();
        start("45s");
        String takenByFallback = fallback.answer();
        String takenByNone = fallback.decline();
        fallback.behaviour(PhoneBehaviour.ANSWER);
        String takenByAgent = agent.answer();
        String transferred = agent.decline();

        await().atMost(DEADLINE).until(() -> crm.tasksOf(takenByAgent).size() == 1);
        awaitTicket(takenByFallback, "10024", "The caller is transferred");
        awaitTicket(takenByNone, "10024", "The transfer to +18005550199 failed");
        awaitTicket(transferred, "10024", "The caller is transferred");
        await().atMost(DEADLINE)
                .until(() -> simulator.call(takenByNone).orElseThrow().state() == CallState.DISCONNECTED);
    }

    @Test
    void aCallerWhoHangsUpWhileTheAgentsPhoneRingsGetsATicket() throws Exception {
        start("45s");
        simulation.announceCalls();
        agent.behaviour(PhoneBehaviour.MANUAL);
        String call = call(PhoneBook.ADA.phone(), PhoneBook.AGENT);
        simulator.phone(PhoneBook.ADA.phone()).hangUp();

        awaitTicket(call, "The transfer to +18005550199 failed");
    }

    private void start(String agentEventTimeout) throws Exception {
        camel = simulation.camel();
        camel.addOverrideProperty("camel.main.shutdownTimeout", "1");
        // a busy machine may delay the systems that the routes use
        camel.addOverrideProperty("camel.component.salesforce.httpRequestTimeout", "60000");
        camel.addOverrideProperty("service-now.timeout-millis", "60000");
        camel.addOverrideProperty("camel.component.callautomation.contextHeadersKey", "the-same-after-a-restart");
        camel.addOverrideProperty("contact-center.agent-event-timeout", agentEventTimeout);
        camel.start();
    }

    private String call(String caller, String rings) {
        String call = simulator.phone(caller).call(PhoneBook.CONTACT_CENTER);
        await().atMost(DEADLINE)
                .until(() -> simulator.call(call).orElseThrow().ringing().contains(Identifier.of(rings)));
        return call;
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
