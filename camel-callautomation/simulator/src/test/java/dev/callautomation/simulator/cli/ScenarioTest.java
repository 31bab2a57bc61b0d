package dev.callautomation.simulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private Scenario read(String yaml) throws IOException {
        return Scenario.read(Files.writeString(folder.resolve("scenario.yaml"), yaml));
    }
}
