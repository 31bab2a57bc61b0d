package dev.callautomation.examples.scaleout.simulation;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CapacityRunTest {

    @Test
    void callsThatCannotAllBeUpAtOnceAreRefused() {
        assertThatCode(() -> run(10_000, 100)).doesNotThrowAnyException();
        assertThatThrownBy(() -> run(10_000, 50))
                .hasMessageContaining("10000 calls cannot be up at once with 50 starts");
    }

    @Test
    void moreCallsThanThereAreNumbersAreRefused() {
        assertThatThrownBy(() -> run(10_001, 100)).hasMessageContaining("Between 1 and 10000 calls");
        assertThatThrownBy(() -> run(10, 0)).hasMessageContaining("between 1 and 1000 a second");
    }

    private static CapacityRun run(int calls, int perSecond) {
        return new CapacityRun(
                calls, perSecond, List.of(1), Path.of("unused"), new PrintStream(OutputStream.nullOutputStream()));
    }
}
