package dev.callautomation.examples.contactcenter;

import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.backoffice.BackOffice;

import static org.assertj.core.api.Assertions.assertThat;

/** The application as a reader starts it: it plays two calls, checks them and ends. */
@ExtendWith(OutputCaptureExtension.class)
class TwoCallsTest {

    private final SpringApplication application = new SpringApplication(ContactCenterApplication.class);

    @Test
    void bothCallsAreServedAndTheExitCodeIsZero(CapturedOutput output) {
        ConfigurableApplicationContext context = application.run();
        BackOffice backOffice = context.getBean(BackOffice.class);

        assertThat(SpringApplication.exit(context)).isZero();
        assertThat(output.getOut()).contains("9 of 9 steps", "11 of 11 steps").doesNotContain("did not happen");
        assertThat(output.getAll()).doesNotContain("WARN", "ERROR");
        assertThat(backOffice.crm().tasks()).singleElement().satisfies(task -> assertThat(task)
                .containsEntry("WhoId", PhoneBook.ADA.id())
                .containsEntry("Status", "Completed"));
        assertThat(backOffice.tickets().incidents()).singleElement().satisfies(ticket -> assertThat(ticket)
                .containsEntry("state", "1")
                .hasEntrySatisfying("description", text -> assertThat(text.toString())
                        .contains(PhoneBook.BEN.name(), PhoneBook.BEN.phone(), PhoneBook.BEN.id(), "487/10024"))
                .containsKey("work_notes"));
    }

    @Test
    void aCrmThatIsDownIsNamedAndTheExitCodeIsOne(CapturedOutput output) {
        onceStarted(backOffice -> backOffice.crm().goDown());

        assertThat(SpringApplication.exit(application.run("--local.patience=5s")))
                .isEqualTo(1);
        assertThat(output.getOut())
                .contains("did not happen: customer looked up in the CRM")
                .contains("did not happen: call logged on the customer's record")
                .doesNotContain("did not happen: call answered", "did not happen: agent joined");
    }

    @Test
    void aTicketSystemThatIsDownIsNamedAndTheCallerIsTransferredAllTheSame(CapturedOutput output) {
        onceStarted(backOffice -> backOffice.tickets().goDown());

        assertThat(SpringApplication.exit(application.run("--local.patience=5s")))
                .isEqualTo(1);
        assertThat(output.getOut())
                .contains("did not happen: ticket opened", "9 of 9 steps")
                .doesNotContain("did not happen: transfer accepted");
    }

    private void onceStarted(Consumer<BackOffice> change) {
        application.addListeners((ApplicationListener<ApplicationStartedEvent>)
                event -> change.accept(event.getApplicationContext().getBean(BackOffice.class)));
    }
}
