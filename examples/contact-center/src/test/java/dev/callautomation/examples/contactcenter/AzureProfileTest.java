package dev.callautomation.examples.contactcenter;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.backoffice.BackOffice;
import dev.callautomation.examples.support.stage.LocalStage;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The profile for real calls, with another call service in the place of Azure's. */
class AzureProfileTest {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final String SECRET = "a-secret-for-event-grid";

    @Test
    void fourVariablesAreEnough() throws Exception {
        int port = freePort();
        String publicUrl = "http://localhost:" + port;
        try (CallAutomationSimulator service = CallAutomationSimulator.start();
                ConfigurableApplicationContext context = run(
                        "--ACS_CONNECTION_STRING=" + service.connectionString(),
                        "--ACS_RESOURCE_ID=" + service.resourceId(),
                        "--CALLBACK_AUTHORITY=" + service.issuer(),
                        "--EVENT_GRID_SECRET=" + SECRET,
                        "--PUBLIC_URL=" + publicUrl,
                        "--server.port=" + port)) {
            service.subscribe(EventGridSubscription.to(publicUrl + "/callautomation/events?code=" + SECRET));
            service.phone(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);
            BackOffice standIns = context.getBean(BackOffice.class);

            await().atMost(DEADLINE)
                    .untilAsserted(() -> assertThat(standIns.crm().tasks())
                            .singleElement()
                            .satisfies(log -> assertThat(log).containsEntry("WhoId", PhoneBook.ADA.id())));
            assertThat(context.getBeansOfType(LocalStage.class)).isEmpty();
        }
    }

    @Test
    void configuredCrmAndTicketSystemsAreNotStoodInFor() throws Exception {
        int port = freePort();
        try (CallAutomationSimulator service = CallAutomationSimulator.start();
                BackOffice company = BackOffice.start(0, 0, List.of(PhoneBook.BEN));
                ConfigurableApplicationContext context = run(service, company, port)) {
            callOfBen(service, port);

            await().atMost(DEADLINE)
                    .untilAsserted(() -> assertThat(company.crm().tasks()).hasSize(1));
            assertThat(context.getBeansOfType(BackOffice.class)).isEmpty();
        }
    }

    @Test
    void anAgentWhoAnswersAfterARestartTalksToTheCallerAndTheCallIsLogged() throws Exception {
        restartWhileRinging(PhoneBook.AGENT, SimulatedPhone::answer, (service, company) -> assertThat(
                        company.crm().tasks())
                .singleElement()
                .satisfies(log -> assertThat(log).containsEntry("WhoId", PhoneBook.BEN.id())));
    }

    @Test
    void aCallerWhoseAgentDeclinesAfterARestartIsTransferredAndGetsATicket() throws Exception {
        restartWhileRinging(PhoneBook.AGENT, SimulatedPhone::decline, (service, company) -> assertThat(
                        company.tickets().incidents())
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.get("description").toString())
                        .contains(PhoneBook.BEN.id(), "487/10024", "The caller is transferred")));
    }

    @Test
    void aCallerWhomTheFallbackTakesAfterARestartGetsATicketThatSaysSo() throws Exception {
        restartWhileRinging(PhoneBook.FALLBACK, SimulatedPhone::answer, (service, company) -> assertThat(
                        company.tickets().incidents())
                .singleElement()
                .satisfies(ticket -> assertThat(ticket)
                        .containsKey("work_notes")
                        .hasEntrySatisfying("description", text -> assertThat(text.toString())
                                .contains(PhoneBook.BEN.id(), "487/10024", "The caller is transferred"))));
    }

    @Test
    void aCallerWhomNobodyTakesAfterARestartIsNotLeftInSilenceAndGetsATicket() throws Exception {
        restartWhileRinging(PhoneBook.FALLBACK, SimulatedPhone::decline, (service, company) -> {
            assertThat(service.calls()).singleElement().satisfies(call -> assertThat(call.state())
                    .isEqualTo(CallState.DISCONNECTED));
            assertThat(company.tickets().incidents()).singleElement().satisfies(ticket -> assertThat(ticket)
                    .doesNotContainKey("work_notes")
                    .hasEntrySatisfying("description", text -> assertThat(text.toString())
                            .contains("487/10024", "The transfer to +18005550199 failed")));
        });
    }

    /** The application goes down while a phone rings, the agent's or the one behind it, and comes up again. */
    private static void restartWhileRinging(
            String number, Consumer<SimulatedPhone> then, BiConsumer<CallAutomationSimulator, BackOffice> expected)
            throws Exception {
        int port = freePort();
        try (CallAutomationSimulator service = CallAutomationSimulator.start();
                BackOffice company = BackOffice.start(0, 0, List.of(PhoneBook.BEN))) {
            service.phone(PhoneBook.AGENT).behaviour(PhoneBehaviour.DECLINE);
            SimulatedPhone phone = service.phone(number).behaviour(PhoneBehaviour.MANUAL);
            try (ConfigurableApplicationContext first = run(service, company, port)) {
                String call = callOfBen(service, port);
                await().atMost(DEADLINE).until(() -> service.call(call).orElseThrow().ringing().stream()
                        .anyMatch(ringing -> ringing.equals(Identifier.of(number))));
                assertThat(first.isRunning()).isTrue();
            }
            try (ConfigurableApplicationContext second = run(service, company, port)) {
                then.accept(phone);
                await().atMost(DEADLINE).untilAsserted(() -> expected.accept(service, company));
                assertThat(second.isRunning()).isTrue();
            }
        }
    }

    private static String callOfBen(CallAutomationSimulator service, int port) {
        service.subscribe(
                EventGridSubscription.to("http://localhost:" + port + "/callautomation/events?code=" + SECRET));
        return service.phone(PhoneBook.BEN.phone()).call(PhoneBook.CONTACT_CENTER);
    }

    private static ConfigurableApplicationContext run(CallAutomationSimulator service, BackOffice company, int port) {
        return run(
                "--ACS_CONNECTION_STRING=" + service.connectionString(),
                "--ACS_RESOURCE_ID=" + service.resourceId(),
                "--CALLBACK_AUTHORITY=" + service.issuer(),
                "--EVENT_GRID_SECRET=" + SECRET,
                "--PUBLIC_URL=http://localhost:" + port,
                "--server.port=" + port,
                "--camel.main.shutdown-timeout=1",
                "--CRM_URL=" + company.crm().uri(),
                "--TICKETS_URL=" + company.tickets().uri());
    }

    private static ConfigurableApplicationContext run(String... properties) {
        SpringApplication application = new SpringApplication(ContactCenterApplication.class);
        application.setAdditionalProfiles("azure");
        return application.run(properties);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
