package dev.callautomation.simulator.wire;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventJsonTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T10:00:00Z, 2026-03-03T10:00:00+00:00",
        "2026-03-03T10:00:00.5Z, 2026-03-03T10:00:00.5+00:00",
        "2026-03-03T10:00:00.123456789Z, 2026-03-03T10:00:00.1234567+00:00",
        "2026-03-03T10:00:00.0000001Z, 2026-03-03T10:00:00.0000001+00:00",
        "2026-03-03T10:00:00.10000005Z, 2026-03-03T10:00:00.1+00:00",
        "2026-03-03T10:00:01.00000005Z, 2026-03-03T10:00:01+00:00",
        "1969-12-31T23:59:59.9Z, 1969-12-31T23:59:59.9+00:00"
    })
    void timesHaveUpToSevenDigitsOfASecond(Instant time, String text) {
        assertThat(EventJson.time(time)).isEqualTo(text);
    }
}
