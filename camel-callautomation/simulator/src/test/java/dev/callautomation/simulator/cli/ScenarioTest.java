package dev.callautomation.simulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScenarioTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"phones, phones has an empty entry", "eventGrid, eventGrid has an empty entry"})
    void anEntryThatIsEmptyIsNamed(String list, String message) {
        assertThatThrownBy(() -> read(list + ":\n  -\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scenario.yaml")
                .hasMessageEndingWith(message);
    }

    @Test
    void anAddressThatIsNoneIsNotRepeatedBecauseItMayHoldASecret() {
        assertThatThrownBy(() -> read("eventGrid:\n  - endpoint: http://localhost/x?code=sec ret\n")
                        .subscriptions())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("endpoint is not a URI")
                .hasMessageNotContaining("sec ret")
                .hasNoCause();
    }

    @Test
    void anAddressThatIsMissingIsAskedFor() {
        assertThatThrownBy(
                        () -> read("eventGrid:\n  - schema: EventGridSchema\n").subscriptions())
                .hasMessageContaining("endpoint must be an absolute http or https address");
    }

    @Test
    void aPhoneMayHaveAScript() throws IOException {
        Scenario scenario = read("""
                phones:
                  - id: "+15550001111"
                    script:
                      - hears: for sales
                        afterMillis: 300
                        press: "1#"
                      - say: Hello
                      - hangUp: true
                """);

        assertThat(scenario.phones().get(0).behaviour()).isEqualTo("answer");
        assertThat(scenario.phones().get(0).script())
                .containsExactly(
                        new Scenario.Line("for sales", 300, "1#", null, false),
                        new Scenario.Line(null, 0, null, "Hello", false),
                        new Scenario.Line(null, 0, null, null, true));
    }

    @Test
    void aScriptIsFollowed() throws IOException {
        Scenario scenario = read("""
                phones:
                  - id: "+15550002222"
                    ringMillis: 100
                    script:
                      - afterMillis: 500
                        say: Hello
                """);
        SimulatorOptions virtual = SimulatorOptions.defaults().withVirtualTime(true);
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start(virtual)) {
            scenario.phones().forEach(phone -> phone.applyTo(simulator));
            String call = simulator.phone("+15550001111").call("+15550002222");
            simulator.advance(Duration.ofMillis(600));

            assertThat(simulator.timeline(call)).last().satisfies(entry -> assertThat(entry.description())
                    .isEqualTo("+15550002222: says \"Hello\""));
        }
    }

    @Test
    void aLineOfAScriptDoesOneThing() {
        assertThatThrownBy(() -> read("phones:\n  - id: '+1555'\n    script:\n      - hears: hello\n"))
                .hasMessageContaining("one of press, say and hangUp");
    }

    private Scenario read(String yaml) throws IOException {
        return Scenario.read(Files.writeString(folder.resolve("scenario.yaml"), yaml));
    }
}
