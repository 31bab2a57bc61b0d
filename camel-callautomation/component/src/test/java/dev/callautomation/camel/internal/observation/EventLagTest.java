package dev.callautomation.camel.internal.observation;

import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventLagTest {

    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-01T02:00:00.250+02:00");
    private static final long NOW = TIME.toInstant().toEpochMilli();

    @Test
    void itIsTheTimeSinceTheEvent() {
        assertThat(EventLag.between(TIME, NOW + 1_500)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(1_500));
    }

    @Test
    void aClockOfTheServiceThatIsAheadMakesNoNegativeLag() {
        assertThat(EventLag.between(TIME, NOW - 1)).isZero();
    }

    @Test
    void anEventWithoutTimeHasNone() {
        assertThat(EventLag.between(null, NOW)).isNegative();
    }
}
