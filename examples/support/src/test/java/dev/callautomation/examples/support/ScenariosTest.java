package dev.callautomation.examples.support;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScenariosTest {

    private final CallAutomationSimulator simulator =
            CallAutomationSimulator.start(SimulatorOptions.defaults().withVirtualTime(true));
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void theReportHasStepsAndTimelineOfEachScenario() {
        assertThat(play(Map.of(), "phones-talk", "phones-talk")).isTrue();

        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains(
                        "+14255550102: answers",
                        "expects 2 phones in one call",
                        "Scenarios",
                        "  ok      Ada calls Ben");
        assertThat(simulator.calls()).isEmpty();
    }

    @Test
    void aStepThatDoesNotHappenIsReportedAndTheOthersArePlayed() {
        assertThat(play(Map.of("connected", "+14255550103"), "phones-talk", "phones-talk"))
                .isFalse();

        assertThat(output.toString(StandardCharsets.UTF_8).split("FAILED  Ada calls Ben \\("))
                .hasSize(3);
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("  FAILED  Ada calls Ben", "it is not so");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> play(Map.of(), "none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/scenarios/none.yaml");
    }

    private boolean play(Map<String, String> variables, String... names) {
        return new Scenarios(simulator, out, variables).play(List.of(names));
    }
}
