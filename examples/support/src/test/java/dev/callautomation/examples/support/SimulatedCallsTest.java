package dev.callautomation.examples.support;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.junit.CallAutomationSimulatorExtension;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static dev.callautomation.examples.support.Step.expect;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(CallAutomationSimulatorExtension.class)
class SimulatedCallsTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

    @Test
    void aMissingStepEndsItsCallAndIsReported(CallAutomationSimulator simulator) throws Exception {
        boolean complete = run(
                simulator,
                Duration.ofMillis(50),
                expect("in a call", SimulatedCall::isPersonInCall),
                expect("transferred", call -> call.accepted("transferToParticipant")),
                expect("never checked", call -> true));

        assertThat(complete).isFalse();
        assertThat(text()).contains("A call: 1 of 3 steps", "did not happen: transferred");
    }

    @Test
    void filesOfEarlierCallsDoNotCount(CallAutomationSimulator simulator) throws Exception {
        Step written = expect("written", call -> call.written("inbox"));
        Step write = expect("start", call -> !call.written("inbox")).then(call -> call.write("inbox", "a line"));

        assertThat(run(simulator, Duration.ofSeconds(30), write, written)).isTrue();
        assertThat(run(simulator, Duration.ofMillis(50), written)).isFalse();
        assertThat(text()).contains("Ada Summers", "A call: 2 of 2 steps", "A call: 0 of 1 steps");
    }

    private boolean run(CallAutomationSimulator simulator, Duration timeout, Step... steps) throws Exception {
        CallScript script = new CallScript(
                "A call", PhoneBook.ADA.phone(), call -> call.callIn(PhoneBehaviour.ANSWER), List.of(steps));
        return new SimulatedCalls(simulator, out, folder, timeout).run(List.of(script));
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
