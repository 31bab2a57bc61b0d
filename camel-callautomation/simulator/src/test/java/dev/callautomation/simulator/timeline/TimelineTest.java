package dev.callautomation.simulator.timeline;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.model.TimelineEntry.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineTest {

    private final Timeline timeline = new Timeline();

    @AfterEach
    void stop() {
        timeline.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"EVENT", "DELIVERY"})
    void whatComesAfterACallWasForgottenIsNotKept(Kind late) {
        timeline.add(entry(Kind.PHONE));
        timeline.add(entry(late));
        assertThat(timeline.of("call")).hasSize(2);

        timeline.forget("call");
        timeline.add(entry(late));

        assertThat(timeline.of("call")).isEmpty();
    }

    private static TimelineEntry entry(Kind kind) {
        return new TimelineEntry("call", Instant.EPOCH, kind, "service", null, "something", Map.of());
    }
}
