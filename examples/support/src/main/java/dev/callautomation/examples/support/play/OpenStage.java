package dev.callautomation.examples.support.play;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.backoffice.BackOffice;
import dev.callautomation.examples.support.console.TimelinePrinter;

/** Leaves the phones to the reader: says how to operate them, then prints what happens. */
public final class OpenStage {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Happenings happenings;
    private final TimelinePrinter printer;

    public OpenStage(Happenings happenings, TimelinePrinter printer) {
        this.happenings = happenings;
        this.printer = printer;
    }

    /** Runs until the thread is interrupted. */
    public void run(URI application, URI simulator, BackOffice backOffice) {
        printer.title("Still running, the phones are yours. Ctrl-C ends it.");
        printer.say(instructions(
                application,
                simulator.resolve("/simulator"),
                backOffice.crm().uri(),
                backOffice.tickets().uri()));
        try {
            while (true) {
                happenings.next(PATIENCE).ifPresent(printer::print);
            }
        } catch (InterruptedException e) {
            // how it is told to end
            Thread.currentThread().interrupt();
        }
    }

    private static String instructions(URI application, URI simulator, URI crm, URI tickets) {
        URI agent = phone(simulator, PhoneBook.AGENT);
        URI caller = phone(simulator, PhoneBook.ADA.phone());
        return """

                Contact centre  %s
                Call service    %s
                CRM             %s
                Ticket system   %s

                Let the agent's phone ring until you pick up (or answer, decline, busy, noAnswer, unreachable):
                  curl -X PUT %s -H 'Content-Type: application/json' -d '{"behaviour":"manual"}'
                Let %s call the contact centre:
                  curl -X POST %s:call -H 'Content-Type: application/json' -d '{"to":"%s"}'
                Pick up as the agent, or decline:
                  curl -X POST %s:answer
                  curl -X POST %s:decline
                Hang up as the caller, and as the agent:
                  curl -X POST %s:hangUp
                  curl -X POST %s:hangUp
                See all calls:
                  curl %s/calls
                """.formatted(
                        application,
                        simulator,
                        crm,
                        tickets,
                        agent,
                        PhoneBook.ADA.name(),
                        caller,
                        PhoneBook.CONTACT_CENTER,
                        agent,
                        agent,
                        caller,
                        agent,
                        simulator);
    }

    private static URI phone(URI simulator, String id) {
        return URI.create(simulator + "/phones/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
    }
}
