package dev.callautomation.examples.voiceagent.simulation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.apache.camel.main.Main;

import dev.callautomation.examples.support.CallScript;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.SimulatedCall;
import dev.callautomation.examples.support.SimulatedCalls;
import dev.callautomation.examples.voiceagent.VoiceModel;
import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;

import static dev.callautomation.examples.support.Step.expect;

/** Runs the routes for callers who talk with a scripted model: one interrupts, one is silent, one asks twice, one wants a person. */
public final class SimulatedCallers {

    private static final Duration STEP_TIMEOUT = Duration.ofSeconds(60);

    private static final String LIVE = PhoneBook.MEETING;
    private static final Duration HUMMING = Duration.ofMillis(20L * ScriptedVoiceModel.HUMMING);

    private SimulatedCallers() {}

    /** Whether every expected step happened. */
    public static boolean run(PrintStream out, Path folder) throws Exception {
        try (Surroundings surroundings = new Surroundings(folder)) {
            Main camel = surroundings.application();
            camel.start();
            try {
                surroundings.announceCalls();
                boolean complete = new SimulatedCalls(surroundings.simulator(), out, folder, STEP_TIMEOUT)
                        .run(List.of(
                                interrupting(surroundings),
                                silent(),
                                askingTwice(surroundings),
                                human(surroundings),
                                live(surroundings)));
                print(out, camel);
                return complete;
            } finally {
                camel.stop();
            }
        }
    }

    /** Speech during a prompt is only heard if it may interrupt the prompt. */
    static CallScript interrupting(Surroundings surroundings) {
        return new CallScript(
                "Ada asks for her order, and interrupts the answer: the machine is broken",
                PhoneBook.ADA.phone(),
                call -> {
                    call.person()
                            .script(
                                    after("How can I help").say("Where is my order?"),
                                    during("Your order 4711").say("Stop, the old one is broken!"));
                    call.callIn(PhoneBehaviour.ANSWER);
                },
                List.of(
                        expect("greeted", call -> call.heard("Welcome")),
                        expect("told about her order", call -> call.heard("Your order 4711")),
                        expect("interrupted", call -> call.heard("Ticket INC")),
                        expect("ticket opened", call -> surroundings.tickets().incidentsOf(call.id()).stream()
                                        .anyMatch(
                                                ticket -> PhoneBook.ADA.phone().equals(ticket.get("caller_id"))))
                                .then(SimulatedCall::hangUp),
                        expect("transcript stored", call -> call.written("transcripts"))));
    }

    static CallScript silent() {
        return new CallScript(
                "Ben says nothing",
                PhoneBook.BEN.phone(),
                call -> call.callIn(PhoneBehaviour.ANSWER),
                List.of(
                        expect("greeted", call -> call.heard("Welcome")),
                        expect("asked again", call -> call.heard("Are you still there")),
                        expect("offered a colleague", call -> call.heard("Press any key")),
                        expect("said goodbye to", call -> call.heard("Goodbye")),
                        expect("hung up", call -> !call.isPersonInCall())));
    }

    static CallScript askingTwice(Surroundings surroundings) {
        int before = surroundings.orders().paths().size();
        return new CallScript(
                "Ada asks twice",
                PhoneBook.ADA.phone(),
                call -> {
                    call.person()
                            .script(
                                    after("How can I help").say("Where is my order?"),
                                    after("Your order 4711").say("Sorry, when does the order arrive?"));
                    call.callIn(PhoneBehaviour.ANSWER);
                },
                List.of(
                        expect("told about her order", call -> call.heard("Your order 4711")),
                        expect("reminded of the answer", call -> call.heard("As I said"))
                                .then(SimulatedCall::hangUp),
                        expect(
                                "looked up once in this call",
                                call -> surroundings.orders().paths().stream()
                                                .skip(before)
                                                .count()
                                        <= 2),
                        expect("call ended", call -> call.delivered("CallDisconnected"))));
    }

    static CallScript human(Surroundings surroundings) {
        return new CallScript(
                "Ben wants to speak with a person",
                PhoneBook.BEN.phone(),
                call -> {
                    call.person().script(after("How can I help").say("I want to speak with a person."));
                    call.callIn(PhoneBehaviour.ANSWER);
                },
                List.of(
                        expect("promised", call -> call.heard("I connect you")),
                        expect("transferred", call -> call.delivered("CallTransferAccepted")),
                        expect("colleague talks with Ben", SimulatedCall::isPersonWithAgent),
                        expect("colleague got the summary", call -> surroundings.simulator().requests().stream()
                                        .anyMatch(request -> request.json().contains("wants to speak with a person")))
                                .then(SimulatedCall::hangUp),
                        expect("call ended", call -> !call.isPersonInCall())));
    }

    /** The model answers for more than ten seconds, unless it is interrupted. */
    static CallScript live(Surroundings surroundings) {
        return new CallScript(
                "Ada talks with the voice model, live, and interrupts it",
                PhoneBook.ADA.phone(),
                call -> call.person().call(LIVE),
                List.of(
                        expect("audio connected", call -> call.delivered("MediaStreamingStarted"))
                                .then(call -> call.person().say("Hello, who is there?")),
                        expect("answered", call -> surroundings.voiceModel().answers() == 1)
                                .then(call -> call.person().say("Stop!")),
                        expect("interrupted", call -> surroundings.voiceModel().interruptions() == 1),
                        expect("only a part was heard", SimulatedCallers::hasHeardPart)
                                .then(call -> call.person().hangUp()),
                        expect("call ended", call -> call.delivered("CallDisconnected"))));
    }

    private static boolean hasHeardPart(SimulatedCall call) {
        return call.person().heard().stream()
                .filter(heard -> heard.kind() == Heard.Kind.STREAM)
                .mapToLong(heard -> Long.parseLong(heard.what().replace(" ms", "")))
                .anyMatch(millis -> millis < HUMMING.toMillis());
    }

    /** Measured, not checked: it depends on the machine. */
    private static void print(PrintStream out, Main camel) {
        VoiceModel voiceModel =
                camel.getCamelContext().getRegistry().lookupByNameAndType("voiceModel", VoiceModel.class);
        voiceModel
                .latencies()
                .forEach(latency -> out.printf(
                        Locale.ROOT,
                        "  live audio: %.1f ms from the last frame of the caller to the first frame of the answer%n",
                        latency.toNanos() / 1e6));
    }

    /** When a prompt has ended. */
    private static Reaction.Moment after(String prompt) {
        return Reaction.hearing(prompt).after(Surroundings.PROMPT.plusMillis(50));
    }

    private static Reaction.Moment during(String prompt) {
        return Reaction.hearing(prompt).after(Surroundings.PROMPT.dividedBy(5));
    }
}
