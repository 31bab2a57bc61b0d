package dev.callautomation.examples.contactcenter.calls;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.callautomation.examples.contactcenter.simulation.TestApplication;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The route with short timeouts, of which either ends an invitation that is not answered. */
class AgentTimeoutTest {

    @Test
    void aCallerIsTransferredWhenTheAgentDoesNotAnswerInTime() {
        assertTransferred("10004", "--contact-center.agent-ring-timeout=1s");
    }

    @Test
    void aCallerIsTransferredWhenTheEndOfTheInvitationIsNotDelivered() {
        assertTransferred("PT0.5S", "--contact-center.agent-event-timeout=500ms");
    }

    private static void assertTransferred(String reason, String setting) {
        try (TestApplication application = new TestApplication(setting)) {
            application.simulator().phone(PhoneBook.AGENT).behaviour(PhoneBehaviour.NO_ANSWER);
            String call = application.simulator().phone(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                            application.tickets().incidentsOf(call))
                    // the late event of the invitation may lead to another one
                    .isNotEmpty()
                    .first()
                    .satisfies(ticket -> assertThat(ticket.get("description").toString())
                            .contains("The caller is transferred", reason)));
        }
    }
}
