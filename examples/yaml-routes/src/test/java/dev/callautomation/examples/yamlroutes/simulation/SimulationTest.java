package dev.callautomation.examples.yamlroutes.simulation;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.apache.camel.builder.AdviceWith;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

import dev.callautomation.examples.support.ContactCenterScenarios;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.StubCrm;
import dev.callautomation.examples.support.StubTicketSystem;

import static org.assertj.core.api.Assertions.assertThat;

class SimulationTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

    @Test
    void aRequestTooManyIsTheFirstDifferenceOfTheReport() throws Exception {
        try (StubCrm crm = StubCrm.start(0, PhoneBook.ADA, PhoneBook.BEN);
                StubTicketSystem tickets = StubTicketSystem.start(0);
                Simulation simulation = new Simulation(crm, tickets)) {
            Main camel = simulation.camel();
            camel.start();
            try {
                simulation.announceCalls();
                AdviceWith.adviceWith(camel.getCamelContext(), "agent-missed", route -> route.weaveAddFirst()
                        .to("callautomation:cancelAllMediaOperations"));

                assertThat(new ContactCenterScenarios(simulation.simulator(), crm, tickets, out).play())
                        .isFalse();
            } finally {
                camel.stop();
            }
        }
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("  ok      Ada calls, the agent answers", "  FAILED  Ben calls, the agent declines")
                .containsPattern("(?m)^  >> .* application -> service: cancelAllMediaOperations")
                .contains("unexpected: application -> service: cancelAllMediaOperations");
    }

    @Test
    void bothCallsGoAsExpected() throws Exception {
        try (StubCrm crm = StubCrm.start(0, PhoneBook.ADA, PhoneBook.BEN);
                StubTicketSystem tickets = StubTicketSystem.start(0);
                Simulation simulation = new Simulation(crm, tickets)) {
            assertThat(simulation.run(out, false)).as(output::toString).isTrue();

            assertThat(output.toString(StandardCharsets.UTF_8))
                    .contains("  ok      Ada calls, the agent answers", "  ok      Ben calls, the agent declines");
            assertThat(crm.tasks()).singleElement().satisfies(task -> assertThat(task)
                    .containsEntry("Subject", "Call from Ada Summers, +14255550101")
                    .containsEntry("Status", "Completed"));
            assertThat(tickets.incidents()).singleElement().satisfies(ticket -> assertThat(ticket)
                    .containsEntry("short_description", "Call back Ben Winter, +14255550102")
                    .hasEntrySatisfying(
                            "description", text -> assertThat(text.toString()).contains(PhoneBook.BEN.id(), "10024")));
        }
    }
}
