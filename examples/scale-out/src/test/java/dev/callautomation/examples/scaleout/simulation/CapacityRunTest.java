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

    @Test
    void otherNumbersOfWorkersThanOneToEightAreRefused() {
        assertThatCode(() -> run(10, 10, List.of(1, 8))).doesNotThrowAnyException();
        assertThatThrownBy(() -> run(10, 10, List.of(1, 9)))
                .hasMessageContaining("Between 1 and 8 workers can be run, not 1, 9");
        assertThatThrownBy(() -> run(10, 10, List.of(0))).hasMessageContaining("not 0");
    }

    private static CapacityRun run(int calls, int perSecond) {
        return run(calls, perSecond, List.of(1));
    }

    private static CapacityRun run(int calls, int perSecond, List<Integer> workers) {
        return new CapacityRun(
                calls, perSecond, workers, Path.of("unused"), new PrintStream(OutputStream.nullOutputStream()));
    }
}
