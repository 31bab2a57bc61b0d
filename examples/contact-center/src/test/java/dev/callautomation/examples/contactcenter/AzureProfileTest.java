package dev.callautomation.examples.contactcenter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.examples.support.StubCrm;
import dev.callautomation.examples.support.StubTicketSystem;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The profile for real calls, with a simulator in place of Azure. */
class AzureProfileTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String SECRET = "a-secret-for-event-grid";

    private final int port = SimulatorSetup.freePort();

    @Test
    void fiveVariablesAreEnough() {
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start();
                ConfigurableApplicationContext context = run(simulator)) {
            announceCalls(simulator);
            String call = simulator.phone(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);
            StubCrm crm = context.getBean(StubCrm.class);

            await().atMost(DEADLINE).untilAsserted(() -> assertThat(crm.tasksOf(call))
                    .singleElement()
                    .satisfies(log -> assertThat(log).containsEntry("WhoId", PhoneBook.ADA.id())));
            assertThat(context.getBeansOfType(SimulatorSetup.class)).isEmpty();
        }
    }

    /** With a CRM and a ticket system of its own, which outlive the application. */
    @Test
    void callsContinueAfterARestart() {
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start();
                StubCrm crm = StubCrm.start(0, PhoneBook.BEN);
                StubTicketSystem tickets = StubTicketSystem.start(0)) {
            SimulatedPhone agent = simulator.phone(PhoneBook.AGENT);
            SimulatedPhone fallback = simulator.phone(PhoneBook.FALLBACK).behaviour(PhoneBehaviour.MANUAL);
            String[] systems = {"--CRM_URL=" + crm.uri(), "--TICKETS_URL=" + tickets.uri()};
            try (ConfigurableApplicationContext first = run(simulator, systems)) {
                announceCalls(simulator);
                assertThat(first.getBeansOfType(StubCrm.class)).isEmpty();
                assertThat(first.getBeansOfType(StubTicketSystem.class)).isEmpty();
                agent.behaviour(PhoneBehaviour.DECLINE);
                Stream.of("+14255550111", "+14255550112")
                        .forEach(caller -> call(simulator, caller, PhoneBook.FALLBACK));
                agent.behaviour(PhoneBehaviour.MANUAL);
                Stream.of("+14255550113", "+14255550114").forEach(caller -> call(simulator, caller, PhoneBook.AGENT));
            }
            try (ConfigurableApplicationContext second = run(simulator, systems)) {
                assertThat(second.isRunning()).isTrue();
                String takenByFallback = fallback.answer();
                String takenByNone = fallback.decline();
                fallback.behaviour(PhoneBehaviour.ANSWER);
                String takenByAgent = agent.answer();
                String transferred = agent.decline();

                await().atMost(DEADLINE).until(() -> crm.tasksOf(takenByAgent).size() == 1);
                awaitTicket(tickets, takenByFallback, "10024", "The caller is transferred");
                awaitTicket(tickets, takenByNone, "10024", "The transfer to +18005550199 failed");
                awaitTicket(tickets, transferred, "10024", "The caller is transferred");
                await().atMost(DEADLINE)
                        .until(() -> simulator.call(takenByNone).orElseThrow().state() == CallState.DISCONNECTED);
            }
        }
    }

    private static void call(CallAutomationSimulator simulator, String caller, String rings) {
        String call = simulator.phone(caller).call(PhoneBook.CONTACT_CENTER);
        await().atMost(DEADLINE)
                .until(() -> simulator.call(call).orElseThrow().ringing().contains(Identifier.of(rings)));
    }

    private static void awaitTicket(StubTicketSystem tickets, String call, String... texts) {
        await().atMost(DEADLINE).untilAsserted(() -> {
            List<Map<String, Object>> incidents = tickets.incidentsOf(call);
            assertThat(incidents).singleElement().satisfies(ticket -> assertThat(
                            ticket.get("description").toString())
                    .contains(texts));
        });
    }

    private void announceCalls(CallAutomationSimulator simulator) {
        simulator.subscribe(
                EventGridSubscription.to("http://localhost:" + port + "/callautomation/events?code=" + SECRET));
    }

    private ConfigurableApplicationContext run(CallAutomationSimulator simulator, String... more) {
        SpringApplication application = new SpringApplication(ContactCenterApplication.class);
        application.setAdditionalProfiles("azure");
        Stream<String> variables = Stream.of(
                "--ACS_CONNECTION_STRING=" + simulator.connectionString(),
                "--ACS_RESOURCE_ID=" + simulator.resourceId(),
                "--CALLBACK_ISSUER=" + simulator.issuer(),
                "--EVENT_GRID_SECRET=" + SECRET,
                "--CONTEXT_HEADERS_KEY=the-same-after-a-restart",
                "--PUBLIC_URL=http://localhost:" + port,
                "--server.port=" + port,
                "--camel.main.shutdown-timeout=1");
        return application.run(Stream.concat(variables, Stream.of(more)).toArray(String[]::new));
    }
}
