package dev.callautomation.examples.contactcenter.simulation;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import dev.callautomation.examples.contactcenter.ContactCenterApplication;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.StubCrm;
import dev.callautomation.examples.support.StubTicketSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The application as it is started on the command line. */
@ExtendWith(OutputCaptureExtension.class)
class SimulatedCallsRunnerTest {

    @Test
    void bothCallsGoAsExpectedAndTheApplicationEnds(CapturedOutput output) {
        Set<Thread> before = threads();
        ConfigurableApplicationContext context = SpringApplication.run(ContactCenterApplication.class);
        StubCrm crm = context.getBean(StubCrm.class);
        StubTicketSystem tickets = context.getBean(StubTicketSystem.class);

        assertThat(SpringApplication.exit(context)).as(output::getOut).isZero();
        assertThat(output.getOut())
                .contains("  ok      Ada calls, the agent answers", "  ok      Ben calls, the agent declines")
                .doesNotContain("FAILED");
        assertThat(crm.tasks()).singleElement().satisfies(task -> assertThat(task)
                .containsEntry("WhoId", PhoneBook.ADA.id())
                .containsEntry("Status", "Completed"));
        assertThat(tickets.incidents()).singleElement().satisfies(ticket -> assertThat(ticket)
                .containsEntry("state", "1")
                .hasEntrySatisfying("description", text -> assertThat(text.toString())
                        .contains(PhoneBook.BEN.name(), PhoneBook.BEN.phone(), PhoneBook.BEN.id(), "10024")));
        await().pollInSameThread().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(newThreads(before))
                .isEmpty());
    }

    private static Set<Thread> newThreads(Set<Thread> before) {
        Set<Thread> left = threads();
        left.removeAll(before);
        // of the simulator's scenarios, which have one client for all, a daemon
        left.removeIf(thread -> thread.getName().startsWith("HttpClient-"));
        return left;
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }
}
