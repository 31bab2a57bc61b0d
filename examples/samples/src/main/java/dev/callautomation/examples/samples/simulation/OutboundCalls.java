package dev.callautomation.examples.samples.simulation;

import java.util.List;

import dev.callautomation.examples.support.CallScript;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.SimulatedCall;
import dev.callautomation.examples.support.Step;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;

import static dev.callautomation.examples.samples.simulation.SimulatedSamples.after;
import static dev.callautomation.examples.support.Step.expect;

/** Calls that {@code outbound-call.camel.yaml} makes. */
final class OutboundCalls {

    private static final Step ASKED = expect("asked", call -> call.heard("Say confirm"));
    private static final Step ASKED_AGAIN = expect("asked once more", call -> call.heard("did not get that"));
    private static final Step CONFIRMED = expect("confirmed", call -> call.heard("See you tomorrow"));
    private static final Step NOT_REACHED = expect("not reached", call -> call.delivered("CreateCallFailed"));
    private static final Step HUNG_UP = expect("hung up", call -> !call.isPersonInCall());
    private static final Step DONE = expect("file moved to .camel", call -> call.written("calls/.camel"));

    static final List<CallScript> SCRIPTS = List.of(
            answered("Ada says confirm", List.of(after("Say confirm").say("confirm")), ASKED, CONFIRMED, HUNG_UP, DONE),
            answered(
                    "Ada presses 9, which is not on the menu, then 2",
                    List.of(
                            after("Say confirm").press("9"),
                            after("did not get that").press("2")),
                    ASKED,
                    ASKED_AGAIN,
                    expect("canceled", call -> call.heard("is canceled")),
                    HUNG_UP,
                    DONE),
            answered(
                    "Ada says nothing",
                    List.of(),
                    ASKED,
                    ASKED_AGAIN,
                    expect("told that nothing changes", call -> call.heard("Without an answer")),
                    HUNG_UP,
                    DONE),
            answered(
                    "Ada hangs up when she is asked",
                    List.of(after("Say confirm").hangUp()),
                    ASKED,
                    DONE),
            notAnswered("Ben does not answer", PhoneBehaviour.NO_ANSWER),
            notAnswered("Ben is busy", PhoneBehaviour.BUSY),
            notAnswered("Ben declines", PhoneBehaviour.DECLINE),
            new CallScript(
                    "Outbound call: Ada and Ben are called at the same time",
                    PhoneBook.ADA.phone(),
                    call -> {
                        SimulatedPhone ben = call.phone(PhoneBook.BEN.phone());
                        ben.behaviour(PhoneBehaviour.ANSWER)
                                .script(after("Say confirm").press("2"));
                        call.write("calls", PhoneBook.BEN.phone());
                        start(call, PhoneBehaviour.ANSWER, after("Say confirm").press("1"));
                    },
                    List.of(
                            ASKED,
                            CONFIRMED,
                            expect(
                                    "Ben canceled",
                                    call -> call.heard(call.phone(PhoneBook.BEN.phone()), "is canceled")),
                            HUNG_UP,
                            DONE)));

    private OutboundCalls() {}

    private static CallScript answered(String title, List<Reaction> reactions, Step... steps) {
        return new CallScript(
                "Outbound call: " + title,
                PhoneBook.ADA.phone(),
                call -> start(call, PhoneBehaviour.ANSWER, reactions.toArray(Reaction[]::new)),
                List.of(steps));
    }

    private static CallScript notAnswered(String title, PhoneBehaviour person) {
        return new CallScript(
                "Outbound call: " + title,
                PhoneBook.BEN.phone(),
                call -> start(call, person),
                List.of(NOT_REACHED, DONE));
    }

    private static void start(SimulatedCall call, PhoneBehaviour person, Reaction... reactions) {
        call.person().behaviour(person).script(reactions);
        call.write("calls", call.person().id().label());
    }
}
