package dev.callautomation.examples.samples.simulation;

import java.util.List;

import dev.callautomation.examples.support.CallScript;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.SimulatedCall;
import dev.callautomation.examples.support.Step;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;

import static dev.callautomation.examples.samples.simulation.SimulatedSamples.after;
import static dev.callautomation.examples.support.Step.expect;

/** Calls that {@code appointment-reminder.camel.yaml} makes. */
final class Reminders {

    private static final Step REMINDED = expect("reminded", call -> call.heard("reminder.wav"));
    private static final Step HUNG_UP = expect("hung up", call -> !call.isPersonInCall());
    private static final Step DONE = expect("file moved to .camel", call -> call.written("reminders/.camel"));

    static final List<CallScript> SCRIPTS = List.of(
            answered("Ada presses 1", "confirmed", after("reminder.wav").press("1")),
            answered("Ada presses 2", "canceled", after("reminder.wav").press("2")),
            answered(
                    "Ada presses 9, which is not on the menu",
                    "invalid",
                    after("reminder.wav").press("9")),
            answered("Ada presses nothing", "timed-out"),
            new CallScript(
                    "Appointment reminder: Ben hangs up when he is reminded",
                    PhoneBook.BEN.phone(),
                    call -> start(
                            call, PhoneBehaviour.ANSWER, after("reminder.wav").hangUp()),
                    List.of(REMINDED, DONE)),
            notAnswered("Ben does not answer", PhoneBehaviour.NO_ANSWER),
            notAnswered("Ben declines", PhoneBehaviour.DECLINE));

    private Reminders() {}

    /** @param prompt the name of the file that is played in reply */
    private static CallScript answered(String title, String prompt, Reaction... reactions) {
        return new CallScript(
                "Appointment reminder: " + title,
                PhoneBook.ADA.phone(),
                call -> start(call, PhoneBehaviour.ANSWER, reactions),
                List.of(REMINDED, expect(prompt, call -> call.heard(prompt + ".wav")), HUNG_UP, DONE));
    }

    private static CallScript notAnswered(String title, PhoneBehaviour person) {
        return new CallScript(
                "Appointment reminder: " + title,
                PhoneBook.BEN.phone(),
                call -> start(call, person),
                List.of(expect("not reached", call -> call.delivered("CreateCallFailed")), DONE));
    }

    static void start(SimulatedCall call, PhoneBehaviour person, Reaction... reactions) {
        call.person().behaviour(person).script(reactions);
        call.write("reminders", call.person().id().label());
    }
}
