package dev.callautomation.examples.contactcenter.simulation;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.apache.camel.builder.AdviceWith;
import org.junit.jupiter.api.Test;

import dev.callautomation.examples.support.ContactCenterScenarios;

import static org.assertj.core.api.Assertions.assertThat;

/** The scenarios find what is wrong with a route. */
class BrokenRouteTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

    @Test
    void aRequestTooManyIsTheFirstDifferenceOfTheReport() throws Exception {
        try (TestApplication application = new TestApplication()) {
            AdviceWith.adviceWith(application.camel(), "agent-missed", route -> route.weaveAddFirst()
                    .to("callautomation:cancelAllMediaOperations"));
            ContactCenterScenarios scenarios =
                    new ContactCenterScenarios(application.simulator(), application.crm(), application.tickets(), out);

            assertThat(scenarios.play()).isFalse();
        }
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("  ok      Ada calls, the agent answers", "  FAILED  Ben calls, the agent declines")
                .containsPattern("(?m)^  >> .* application -> service: cancelAllMediaOperations")
                .contains("unexpected: application -> service: cancelAllMediaOperations");
    }
}
