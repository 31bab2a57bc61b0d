package dev.callautomation.simulator.wire;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HttpDateTest {

    @RepeatedTest(2)
    void aDateIsReadEachTime() {
        assertThat(HttpDate.read("Tue, 03 Mar 2026 10:00:00 GMT")).isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
        assertThat(HttpDate.read("Tue, 03 Mar 2026 10:00:01 GMT")).isEqualTo(Instant.parse("2026-03-03T10:00:01Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "now", "2026-03-03T10:00:00Z"})
    void whatIsNoDateIsRefused(String text) {
        assertThatExceptionOfType(DateTimeParseException.class).isThrownBy(() -> HttpDate.read(text));
    }
}
