package dev.callautomation.examples.samples.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.examples.support.CallScript;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.Step;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static dev.callautomation.examples.support.Step.expect;
import static org.assertj.core.api.Assertions.assertThat;

class SimulatedSamplesTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

    @Test
    void allCallsOfTheExampleTakeTheirExpectedSteps() throws Exception {
        boolean complete = SimulatedSamples.run(out, folder);

        assertThat(complete).as(output::toString).isTrue();
    }

    /** The settings can be overridden by system properties. */
    @Test
    void aPromptThatCannotBeFetchedEndsTheCall() throws Exception {
        System.setProperty("samples.prompts", "https://media.invalid");
        try {
            assertRun(
                    simulator -> {},
                    new CallScript(
                            "Ada hears nothing",
                            PhoneBook.ADA.phone(),
                            call -> Reminders.start(call, PhoneBehaviour.ANSWER),
                            List.of(
                                    expect("no reminder", call -> call.delivered("RecognizeFailed")),
                                    expect("no reply", call -> call.delivered("PlayFailed")),
                                    expect("hung up", call -> call.accepted("terminateCall")),
                                    expect("file moved to .camel", call -> call.written("reminders/.camel")))));
        } finally {
            System.clearProperty("samples.prompts");
        }
    }

    @Test
    void filesWithoutANumberAreMovedToFailedAndNotTriedAgain() throws Exception {
        assertRun(simulator -> {}, notCalled("calls", "Ada"), notCalled("reminders", "Ada"));
    }

    @Test
    void filesOfRefusedCallsAreMovedToFailed() throws Exception {
        assertRun(
                simulator -> simulator.setFaults(
                        Fault.onOperation("createCall").status(403).times(2)),
                notCalled("calls", PhoneBook.ADA.phone()),
                notCalled("reminders", PhoneBook.ADA.phone()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbound-call", "appointment-reminder", "lobby"})
    void everySampleIsOneShortFile(String name) throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/camel/" + name + ".camel.yaml")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSizeBetween(10, 59)
                    .allSatisfy(line -> assertThat(line.length()).isLessThan(150));
        }
    }

    private static CallScript notCalled(String inbox, String number) {
        Step failed = expect("file moved to failed", call -> call.written(inbox + "/failed"));
        return new CallScript(
                "Ada is not called", PhoneBook.ADA.phone(), call -> call.write(inbox, number), List.of(failed));
    }

    private void assertRun(Consumer<CallAutomationSimulator> prepare, CallScript... scripts) throws Exception {
        boolean complete = SimulatedSamples.run(out, folder, prepare, List.of(scripts));

        assertThat(complete).as(output::toString).isTrue();
    }
}
