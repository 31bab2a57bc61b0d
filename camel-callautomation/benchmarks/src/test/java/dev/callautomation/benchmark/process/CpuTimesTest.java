package dev.callautomation.benchmark.process;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CpuTimesTest {

    @Test
    void idleAndWaitingForDisksAreNotBusy() {
        CpuTimes times = CpuTimes.of("cpu  100 10 50 800 20 5 5 10 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n", 30);
        assertThat(times).isEqualTo(new CpuTimes(1_000, 180, 30));
    }

    @Test
    void aProcessIsReadWithItsEndedChildrenThoughItsNameHasSpacesAndBrackets() {
        assertThat(CpuTimes.ofProcess("42 (a ) b) S 1 42 42 0 -1 4194560 1 2 3 4 70 30 5 6 20 0 1 0"))
                .isEqualTo(111);
    }

    @Test
    void theForeignShareIsWhatTheRunDidNotUse() {
        CpuTimes start = new CpuTimes(1_000, 200, 100);
        assertThat(new CpuTimes(2_000, 900, 600).foreignShareSince(start)).hasValue(0.2);
    }

    @Test
    void theShareIsUnknownWithoutTimes() {
        assertThat(new CpuTimes(0, 0, 0).foreignShareSince(new CpuTimes(0, 0, 0)))
                .isEmpty();
    }
}
