package dev.callautomation.examples.contactcenter.calls;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.callautomation.examples.contactcenter.simulation.TestApplication;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.StubTicketSystem;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TimelineEntry.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The route with short timeouts, of which either ends an invitation that is not answered. */
class AgentTimeoutTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private String call;

    @Test
    void aCallerIsTransferredWhenTheAgentDoesNotAnswerInTime() {
        try (TestApplication application = new TestApplication("--contact-center.agent-ring-timeout=1s")) {
            awaitTransfer(application, "10004");
        }
    }

    @Test
    void aCallerIsTransferredOnceWhenTheEndOfTheInvitationIsDeliveredAfterTheTimeout() {
        StubTicketSystem tickets;
        try (TestApplication application = new TestApplication("--contact-center.agent-event-timeout=500ms")) {
            tickets = application.tickets();
            application
                    .simulator()
                    .setFaults(Fault.onEvent("AddParticipantFailed").delayMillis(1_000));
            awaitTransfer(application, "PT0.5S");
            await().atMost(DEADLINE).until(() -> application.simulator().timeline(call).stream()
                    .anyMatch(entry ->
                            entry.kind() == Kind.DELIVERY && "AddParticipantFailed".equals(entry.detail("event"))));
        }
        // what was in flight has ended with the application
        assertThat(tickets.incidentsOf(call)).hasSize(1);
    }

    private void awaitTransfer(TestApplication application, String reason) {
        application.simulator().phone(PhoneBook.AGENT).behaviour(PhoneBehaviour.NO_ANSWER);
        call = application.simulator().phone(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);

        await().atMost(DEADLINE).untilAsserted(() -> assertThat(
                        application.tickets().incidentsOf(call))
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.get("description").toString())
                        .contains("The caller is transferred", reason)));
    }
}
