package dev.callautomation.benchmark.run;

import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ForeignCpuTest {

    private final ForeignCpu foreign = new ForeignCpu(0.10);

    @Test
    void aQuietMachineIsValidThoughOneRoundWasDisturbed() {
        foreign.add(OptionalDouble.of(0.02));
        foreign.add(OptionalDouble.of(0.90));
        foreign.add(OptionalDouble.of(0.10));
        assertThat(foreign.valid()).isTrue();
        assertThat(foreign.share()).isEqualTo(0.10);
    }

    @Test
    void aBusyMachineIsNotValid() {
        foreign.add(OptionalDouble.of(0.02));
        foreign.add(OptionalDouble.of(0.11));
        foreign.add(OptionalDouble.of(0.12));
        assertThat(foreign.valid()).isFalse();
    }

    @Test
    void whatIsUnknownIsNotValid() {
        foreign.add(OptionalDouble.of(0.0));
        foreign.add(OptionalDouble.empty());
        assertThat(foreign.valid()).isFalse();
        assertThat(foreign.share()).isNaN();
    }

    @Test
    void aRunWithoutRoundsIsNotValid() {
        assertThat(foreign.valid()).isFalse();
    }
}
