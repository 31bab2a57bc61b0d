package dev.callautomation.examples.support.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.backoffice.BackOffice;
import dev.callautomation.examples.support.console.Happening;
import dev.callautomation.examples.support.console.TimelinePrinter;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.Identifier;

/**
 * Plays two calls, prints what happens while it happens, and checks every expected step against the call service's timeline
 * and the journals of the CRM and the ticket system.
 */
public final class TwoCalls {

    /** After a silence this long nothing more is to be told of a call. */
    private static final Duration SILENCE = Duration.ofMillis(150);

    private final CallAutomationSimulator simulator;
    private final BackOffice backOffice;
    private final Happenings happenings;
    private final TimelinePrinter printer;
    private final Duration patience;

    /**
     * @param patience how long all steps together may take, once before and once after somebody hangs up; what has not
     *     happened by then does not happen
     */
    public TwoCalls(
            CallAutomationSimulator simulator,
            BackOffice backOffice,
            Happenings happenings,
            TimelinePrinter printer,
            Duration patience) {
        this.simulator = simulator;
        this.backOffice = backOffice;
        this.happenings = happenings;
        this.printer = printer;
        this.patience = patience;
    }

    /**
     * Plays both calls.
     *
     * @return 0 if every step happened, 1 if one did not; the summary names it
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public int play() throws InterruptedException {
        List<Report> reports = List.of(play(CallScript.AGENT_ANSWERS), play(CallScript.AGENT_DECLINES));
        printer.title("Checked against the call service's timeline and the journals of CRM and ticket system");
        reports.forEach(report -> printer.checked(report.title(), report.happened(), report.missing()));
        return reports.stream().allMatch(report -> report.missing().isEmpty()) ? 0 : 1;
    }

    private Report play(CallScript script) throws InterruptedException {
        printer.title(script.title());
        simulator.phone(PhoneBook.AGENT).behaviour(script.agent());
        String callId = simulator.phone(script.caller().phone()).call(PhoneBook.CONTACT_CENTER);
        Report report = new Report(script.title(), new ArrayList<>(), new ArrayList<>());
        expect(script.talking(), script, callId, report);
        script.hangUp().stream()
                .filter(phone -> isInCall(callId, phone))
                .forEach(phone -> simulator.phone(phone).hangUp());
        expect(script.afterwards(), script, callId, report);
        printUntilSilent();
        return report;
    }

    private void expect(List<Step> steps, CallScript script, String callId, Report report) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        for (Step step : steps) {
            report.add(step, happens(step, script, callId, deadline));
        }
    }

    private boolean happens(Step step, CallScript script, String callId, Instant deadline) throws InterruptedException {
        while (!step.proof().test(Evidence.of(script.caller(), callId, simulator, backOffice))) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            happenings.next(SILENCE).ifPresent(printer::print);
        }
        return true;
    }

    /** Somebody who never came into the call, because a step before did not happen, can't leave it. */
    private boolean isInCall(String callId, String phone) {
        Identifier identifier = Identifier.of(phone);
        return simulator.call(callId).stream()
                .flatMap(call -> call.participants().stream())
                .anyMatch(participant -> participant.identifier().equals(identifier));
    }

    private void printUntilSilent() throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        Optional<Happening> next = happenings.next(SILENCE);
        while (next.isPresent() && Instant.now().isBefore(deadline)) {
            printer.print(next.get());
            next = happenings.next(SILENCE);
        }
    }

    private record Report(String title, List<String> happened, List<String> missing) {

        void add(Step step, boolean done) {
            (done ? happened : missing).add(step.name());
        }
    }
}
