package dev.callautomation.examples.support;

import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static dev.callautomation.examples.support.Step.expect;

/** The two calls that both contact center examples simulate, with the CRM and the ticket system as stubs. */
public final class ContactCenterSimulation {

    private static final List<Step> ANSWERED = List.of(
            expect("call announced", call -> call.delivered("IncomingCall")),
            expect("call answered", call -> call.accepted("answerCall")),
            expect("caller connected", call -> call.delivered("CallConnected")),
            expect("agent invited", call -> call.accepted("addParticipant")));

    private final CallAutomationSimulator simulator;
    private final StubCrm crm;
    private final StubTicketSystem tickets;
    private final TimelinePrinter printer;

    public ContactCenterSimulation(
            CallAutomationSimulator simulator, StubCrm crm, StubTicketSystem tickets, PrintStream out) {
        this.simulator = simulator;
        this.crm = crm;
        this.tickets = tickets;
        this.printer = new TimelinePrinter(out);
        printer.follow(simulator);
        crm.onRequest((what, outcome) -> printer.print(Instant.now(), "Application", "CRM", what, outcome));
        tickets.onRequest(
                (what, outcome) -> printer.print(Instant.now(), "Application", "Ticket system", what, outcome));
    }

    /** Whether every step of both calls happened. */
    public boolean run(Duration timeout) throws InterruptedException {
        return new SimulatedCalls(simulator, printer, Path.of("target"), timeout)
                .run(List.of(agentAnswers(), agentDeclines()));
    }

    private CallScript agentAnswers() {
        return new CallScript(
                "Call 1: Ada Summers calls, the agent answers",
                PhoneBook.ADA.phone(),
                call -> call.callIn(PhoneBehaviour.ANSWER),
                with(
                        ANSWERED,
                        expect("agent joined", call -> call.delivered("AddParticipantSucceeded")),
                        expect(
                                        "call logged on the customer's record",
                                        call -> hasLog(call, "WhoId", PhoneBook.ADA.id()))
                                .then(SimulatedCall::hangUp),
                        expect("call ended", call -> call.delivered("CallDisconnected")),
                        expect("call log completed", call -> hasLog(call, "Status", "Completed"))));
    }

    private CallScript agentDeclines() {
        return new CallScript(
                "Call 2: Ben Winter calls, the agent declines",
                PhoneBook.BEN.phone(),
                call -> call.callIn(PhoneBehaviour.DECLINE),
                with(
                        ANSWERED,
                        expect("agent declined", call -> call.delivered("AddParticipantFailed")),
                        expect("transfer requested", call -> call.accepted("transferToParticipant")),
                        expect("transfer accepted", call -> call.delivered("CallTransferAccepted")),
                        expect("call handed over", call -> call.delivered("CallDisconnected")),
                        expect("ticket opened", call -> tickets.incidentsOf(call.id()).stream()
                                        .anyMatch(ticket -> ticket.containsKey("work_notes")))
                                .then(SimulatedCall::hangUp)));
    }

    private boolean hasLog(SimulatedCall call, String field, String value) {
        return crm.tasksOf(call.id()).stream().anyMatch(log -> value.equals(log.get(field)));
    }

    private static List<Step> with(List<Step> first, Step... then) {
        return Stream.concat(first.stream(), Stream.of(then)).toList();
    }

    /**
     * Prints commands that operate the phones, then the timeline until the thread is interrupted.
     *
     * @param more commands of the application itself, may be empty
     */
    public void keepRunning(int applicationPort, String more) throws InterruptedException {
        printer.title("Still running. Ctrl-C ends it.");
        printer.text(commands(applicationPort) + more);
        Thread.currentThread().join();
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
        String text = """

                Application     {application}
                Simulator       {control}
                CRM             {crm}
                Ticket system   {tickets}

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
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return text;
    }

    private static String phone(URI control, String id) {
        return control + "/phones/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
