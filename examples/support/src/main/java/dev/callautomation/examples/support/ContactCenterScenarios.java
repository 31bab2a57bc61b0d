package dev.callautomation.examples.support;

import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.callautomation.simulator.CallAutomationSimulator;

/** The calls that both contact center examples play, with the CRM and the ticket system as stubs. */
public final class ContactCenterScenarios {

    private static final List<String> NAMES = List.of("contact-center/agent-answers", "contact-center/agent-declines");

    private static final String COMMANDS = """

            Application     {application}
            Simulator       {control}
            CRM             {crm}/tasks
            Ticket system   {tickets}/incidents

            Let the agent's phone ring until it is answered by hand (or answer, decline, busy, noAnswer, unreachable):
              curl -X PUT {agent} -H 'Content-Type: application/json' -d '{"behaviour":"manual"}'
            Call the contact center:
              curl -X POST {caller}:call -H 'Content-Type: application/json' -d '{"to":"{number}"}'
            Answer as the agent, or decline:
              curl -X POST {agent}:answer
              curl -X POST {agent}:decline
            Hang up as the caller, and as the agent:
              curl -X POST {caller}:hangUp
              curl -X POST {agent}:hangUp
            List all calls:
              curl {control}/calls
            """;

    private final CallAutomationSimulator simulator;
    private final StubCrm crm;
    private final StubTicketSystem tickets;
    private final PrintStream out;
    private final Scenarios scenarios;

    public ContactCenterScenarios(
            CallAutomationSimulator simulator, StubCrm crm, StubTicketSystem tickets, PrintStream out) {
        this.simulator = simulator;
        this.crm = crm;
        this.tickets = tickets;
        this.out = out;
        this.scenarios = new Scenarios(
                simulator,
                out,
                Map.of("crm", crm.uri().toString(), "tickets", tickets.uri().toString()));
    }

    /** Whether both calls went as expected. Prints what the CRM and the ticket system have afterwards, too. */
    public boolean play() {
        boolean passed = scenarios.play(NAMES);
        out.println("CRM");
        crm.tasks().forEach(task -> out.printf("  %s, %s%n", task.get("Subject"), task.get("Status")));
        out.println("Ticket system");
        tickets.incidents()
                .forEach(ticket -> out.printf("  %s, %s%n", ticket.get("number"), ticket.get("short_description")));
        return passed;
    }

    /**
     * Prints commands that operate the phones and waits for the end of the thread.
     *
     * @param more commands of the application itself, may be empty
     */
    public void keepRunning(int applicationPort, String more) throws InterruptedException {
        out.print(commands(applicationPort) + more);
        scenarios.keepRunning();
    }

    private String commands(int applicationPort) {
        URI control = simulator.uri().resolve("/simulator");
        Map<String, String> values = Map.of(
                "{application}", "http://localhost:" + applicationPort,
                "{control}", control.toString(),
                "{crm}", crm.uri().toString(),
                "{tickets}", tickets.uri().toString(),
                "{agent}", phone(control, PhoneBook.AGENT),
                "{caller}", phone(control, PhoneBook.ADA.phone()),
                "{number}", PhoneBook.CONTACT_CENTER);
        String text = COMMANDS;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return text;
    }

    private static String phone(URI control, String id) {
        return control + "/phones/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
