package dev.callautomation.camel.internal.client;

import java.time.Duration;
import java.time.Instant;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private static Duration of(String name, String value) {
        return RetryAfter.of(MultiMap.caseInsensitiveMultiMap().add(name, value), NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After, 0, 0",
        "retry-after, 17, 17000",
        "Retry-After, 1.5, 1500",
        "Retry-After, 0.0001, 1",
        "Retry-After, 3., 3000",
        "Retry-After-Ms, 250, 250",
        "x-ms-retry-after-ms, 80, 80"
    })
    void numbers(String name, String value, long milliseconds) {
        assertThat(of(name, " " + value + " ")).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"99999999999", "99999999999999999999999999", "9223372036854775807", "1000000000000000000000.5"})
    void numbersWithoutBoundsAreLongButNotEndless(String value) {
        assertThat(of("Retry-After", value)).isGreaterThan(Duration.ofDays(3650));
        assertThat(of("Retry-After", value).toMillis()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Mon, 02 Mar 2026 01:00:30 GMT", "Monday, 02-Mar-26 01:00:30 GMT", "Mon Mar  2 01:00:30 2026"})
    void datesInAllForms(String value) {
        assertThat(of("Retry-After", value)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aDateInThePastIsNow() {
        assertThat(of("Retry-After", "Mon, 02 Mar 2020 01:02:03 GMT")).isZero();
    }

    @Test
    void aDateInTheFarFutureIsLong() {
        assertThat(of("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT")).isGreaterThan(Duration.ofDays(3650));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "-5", "-1.5", "+3", "1e3", "NaN", "0x10", "1,5", "Mon, 99 Mar 2026 01:00:30 GMT"})
    void whatIsNoTimeIsIgnored(String value) {
        assertThat(of("Retry-After", value)).isNull();
    }

    @Test
    void thereMayBeNone() {
        assertThat(RetryAfter.of(MultiMap.caseInsensitiveMultiMap(), NOW)).isNull();
    }
}
