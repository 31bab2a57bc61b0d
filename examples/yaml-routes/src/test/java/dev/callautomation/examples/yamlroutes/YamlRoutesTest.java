package dev.callautomation.examples.yamlroutes;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.backoffice.BackOffice;
import dev.callautomation.examples.support.console.Style;
import dev.callautomation.examples.support.console.TimelinePrinter;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes as a reader starts them: two calls are played and checked. */
class YamlRoutesTest {

    private final BackOffice backOffice = BackOffice.start(0, 0, PhoneBook.CONTACTS);
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final TimelinePrinter printer =
            new TimelinePrinter(new PrintStream(output, true, StandardCharsets.UTF_8), Style.PLAIN);

    @AfterEach
    void stop() {
        backOffice.close();
    }

    @Test
    void bothCallsAreServedAndTheExitCodeIsZero() throws Exception {
        assertThat(YamlRoutes.play(backOffice, printer, Duration.ofSeconds(20), false))
                .as(() -> text())
                .isZero();

        assertThat(text()).contains("9 of 9 steps", "11 of 11 steps").doesNotContain("did not happen");
        assertThat(backOffice.crm().tasks()).singleElement().satisfies(task -> assertThat(task)
                .containsEntry("WhoId", PhoneBook.ADA.id())
                .containsEntry("Subject", "Call from Ada Summers, +14255550101")
                .containsEntry("Status", "Completed"));
        assertThat(backOffice.tickets().incidents()).singleElement().satisfies(ticket -> assertThat(ticket)
                .containsEntry("short_description", "Call back Ben Winter, +14255550102")
                .containsKey("work_notes")
                .hasEntrySatisfying(
                        "description", text -> assertThat(text.toString()).contains(PhoneBook.BEN.id(), "487/10024")));
    }

    @Test
    void aCrmThatIsDownIsNamedAndTheExitCodeIsOne() throws Exception {
        backOffice.crm().goDown();

        assertThat(YamlRoutes.play(backOffice, printer, Duration.ofSeconds(6), false))
                .isEqualTo(1);
        assertThat(text())
                .contains("did not happen: customer looked up in the CRM")
                .doesNotContain("did not happen: call answered", "did not happen: agent joined");
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
