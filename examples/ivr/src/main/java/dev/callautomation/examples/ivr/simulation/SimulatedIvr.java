package dev.callautomation.examples.ivr.simulation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.apache.camel.main.Main;

import dev.callautomation.examples.support.CallScript;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.SimulatedCall;
import dev.callautomation.examples.support.SimulatedCalls;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;

import static dev.callautomation.examples.support.Step.expect;

/** Runs the routes against a simulator, with callers that speak and press keys. */
public final class SimulatedIvr {

    private static final Duration STEP_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PROMPT = Duration.ofMillis(100);

    static final CallScript SUPPORT = new CallScript(
            "Ada asks for support and agrees to be recorded",
            PhoneBook.ADA.phone(),
            call -> {
                call.person()
                        .script(
                                after("For sales").say("support"),
                                after("May we record").press("1"));
                call.callIn(PhoneBehaviour.ANSWER);
            },
            List.of(
                    expect("greeted", call -> call.heard("Welcome")),
                    expect("asked what about", call -> call.heard("For sales")),
                    expect("asked for consent", call -> call.heard("May we record")),
                    expect("music while waiting", call -> call.heard("music")),
                    expect("agent joined", SimulatedCall::isPersonWithAgent),
                    expect("recording", call -> call.accepted("startRecording")).then(SimulatedCall::hangUp),
                    expect("recording saved", call -> call.written("recordings")),
                    expect(
                            "recording deleted at the service",
                            call -> call.recorded("the recording's file is deleted"))));

    static final CallScript CALL_BACK = new CallScript(
            "Ada wants to be called back",
            PhoneBook.ADA.phone(),
            call -> {
                call.person()
                        .script(
                                after("For sales").press("3"),
                                after("May we record").press("2"));
                call.callIn(PhoneBehaviour.ANSWER);
            },
            List.of(
                    expect("asked what about", call -> call.heard("For sales")),
                    expect("promised", call -> call.heard("We will call you back")),
                    expect("called back", call -> call.accepted("createCall")),
                    expect("asked for consent", call -> call.heard("May we record")),
                    expect("agent joined", SimulatedCall::isPersonWithAgent).then(SimulatedCall::hangUp),
                    expect("call ended", call -> !call.isPersonInCall())));

    static final CallScript SILENCE = new CallScript(
            "Ben says nothing",
            PhoneBook.BEN.phone(),
            call -> call.callIn(PhoneBehaviour.ANSWER),
            List.of(
                    expect("asked what about", call -> call.heard("For sales")),
                    expect("asked once more", call -> call.timesHeard("For sales") == 2),
                    expect("said goodbye to", call -> call.heard("We did not hear you")),
                    expect("hung up", call -> !call.isPersonInCall())));

    private SimulatedIvr() {}

    /** Whether every expected step happened. */
    public static boolean run(PrintStream out, Path folder) throws Exception {
        CallScript noAgent =
                voicemail("Ben presses 1 for sales, and the agent does not answer", PhoneBehaviour.NO_ANSWER);
        try (SimulatorSetup setup =
                SimulatorSetup.start(SimulatorOptions.defaults().withPlay(PROMPT))) {
            int port = SimulatorSetup.freePort();
            Main camel = new Main();
            setup.properties().forEach(camel::addInitialProperty);
            camel.addInitialProperty("simulation.port", String.valueOf(port));
            camel.addInitialProperty("simulation.folder", folder.toString());
            camel.start();
            try {
                setup.deliverTo(port, "IncomingCall", "RecordingFileStatusUpdated");
                return new SimulatedCalls(setup.simulator(), out, folder, STEP_TIMEOUT)
                        .run(List.of(SUPPORT, noAgent, CALL_BACK, SILENCE));
            } finally {
                camel.stop();
            }
        }
    }

    /** A caller who leaves a message, as the agent does not come. */
    private static CallScript voicemail(String title, PhoneBehaviour agent) {
        return new CallScript(
                title,
                PhoneBook.BEN.phone(),
                call -> {
                    call.person()
                            .script(
                                    after("For sales").press("1"),
                                    after("May we record").press("2"));
                    call.callIn(agent);
                },
                List.of(
                        expect("asked for consent", call -> call.heard("May we record")),
                        expect("asked for a message", call -> call.heard("Leave a message")),
                        expect("message recorded", call -> call.accepted("startRecording"))
                                .then(call -> call.person().say("I would like to order ten more.")),
                        // menu, consent, and now the end of the message
                        expect("listened to", call -> call.timesAccepted("recognize") == 3)
                                .then(call -> call.person().press("#")),
                        expect("thanked", call -> call.heard("Thank you")),
                        expect("hung up", call -> !call.isPersonInCall()),
                        expect("message saved", call -> call.written("recordings"))));
    }

    /** After the prompt with these words. */
    private static Reaction.Moment after(String prompt) {
        return Reaction.hearing(prompt).after(PROMPT.plusMillis(50));
    }
}
