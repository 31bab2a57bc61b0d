package dev.callautomation.examples.livetranscript.simulation;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.apache.camel.main.Main;

import dev.callautomation.examples.support.CallScript;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.SimulatedCall;
import dev.callautomation.examples.support.SimulatedCalls;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.examples.support.Step;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static dev.callautomation.examples.support.Step.expect;

/** Runs the application for one call, in which a caller and an agent talk, and compares the transcript with what they say. */
public final class SimulatedConversation {

    private static final Duration STEP_TIMEOUT = Duration.ofSeconds(60);
    private static final String HELLO = "Hello, I would like to change my booking.";
    private static final String GLADLY = "Gladly. Please press the first digit of its number.";
    private static final String GOODBYE = "Thank you, goodbye.";

    private SimulatedConversation() {}

    /** Whether every expected step happened. */
    public static boolean run(Main camel, PrintStream out, Path transcripts) throws Exception {
        return run(camel, out, transcripts, simulator -> {}, conversation(out, transcripts));
    }

    /** @param prepare what the simulator is told before the call */
    static boolean run(
            Main camel,
            PrintStream out,
            Path transcripts,
            Consumer<CallAutomationSimulator> prepare,
            CallScript... scripts)
            throws Exception {
        try (SimulatorSetup setup = SimulatorSetup.start(SimulatorOptions.defaults())) {
            int port = SimulatorSetup.freePort();
            setup.properties().forEach(camel::addInitialProperty);
            camel.addInitialProperty("simulation.port", String.valueOf(port));
            camel.addInitialProperty("simulation.streams-port", String.valueOf(SimulatorSetup.freePort()));
            camel.addOverrideProperty("transcripts", transcripts.toString());
            camel.start();
            try {
                setup.deliverTo(port, "IncomingCall");
                prepare.accept(setup.simulator());
                return new SimulatedCalls(setup.simulator(), out, transcripts, STEP_TIMEOUT).run(List.of(scripts));
            } finally {
                camel.stop();
            }
        }
    }

    private static CallScript conversation(PrintStream out, Path transcripts) {
        return new CallScript(
                "Ada and the agent talk, with a live transcript",
                PhoneBook.ADA.phone(),
                call -> call.callIn(PhoneBehaviour.ANSWER),
                List.of(
                        expect(
                                "both streams connected",
                                call -> call.delivered("TranscriptionStarted")
                                        && call.delivered("MediaStreamingStarted")),
                        expect("agent joined", SimulatedCall::isPersonWithAgent)
                                .then(call -> call.person().say(HELLO)),
                        transcribed(transcripts, 0, PhoneBook.ADA.phone(), HELLO)
                                .then(call -> call.agent().say(GLADLY)),
                        transcribed(transcripts, 1, PhoneBook.AGENT, GLADLY)
                                .then(call -> call.person().press("4")),
                        expect("key answered with a sound", SimulatedConversation::hasHeardSound)
                                .then(call -> call.person().say(GOODBYE)),
                        transcribed(transcripts, 2, PhoneBook.ADA.phone(), GOODBYE)
                                .then(SimulatedCall::hangUp),
                        expect("call ended", call -> call.delivered("CallDisconnected"))
                                .then(call -> print(out, transcripts.resolve(call.id() + ".txt")))));
    }

    /** A step after which the transcript has this line. */
    private static Step transcribed(Path transcripts, int line, String speaker, String text) {
        return expect("transcribed: " + text, call -> {
            List<String> lines = lines(transcripts.resolve(call.id() + ".txt"));
            return lines.size() > line && lines.get(line).endsWith("  " + speaker + "  " + text);
        });
    }

    private static boolean hasHeardSound(SimulatedCall call) {
        return call.person().heard().stream().anyMatch(heard -> heard.kind() == Heard.Kind.STREAM);
    }

    private static void print(PrintStream out, Path transcript) {
        out.printf("%n%s%n", transcript);
        lines(transcript).forEach(line -> out.printf("  %s%n", line));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
