package dev.callautomation.camel.internal.client;

import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HttpDatesTest {

    private static final Instant TIME = Instant.parse("2026-03-01T23:59:59.999Z");

    @Test
    void aSecondHasItsOwnDate() {
        assertThat(HttpDates.format(TIME)).isEqualTo("Sun, 01 Mar 2026 23:59:59 GMT");
        assertThat(HttpDates.format(TIME.plusMillis(1))).isEqualTo("Mon, 02 Mar 2026 00:00:00 GMT");
        assertThat(HttpDates.format(TIME.minusMillis(999))).isEqualTo("Sun, 01 Mar 2026 23:59:59 GMT");
        assertThat(HttpDates.format(Instant.ofEpochSecond(-1, 5))).isEqualTo("Wed, 31 Dec 1969 23:59:59 GMT");
    }

    @Test
    void threadsInDifferentSecondsDoNotMixTheirDates() {
        assertThat(IntStream.range(0, 20_000).parallel().allMatch(i -> {
                    Instant time = TIME.plusSeconds(i % 7);
                    return HttpDates.parse(HttpDates.format(time)).getEpochSecond() == time.getEpochSecond();
                }))
                .isTrue();
    }
}
