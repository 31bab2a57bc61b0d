package dev.callautomation.simulator.timeline;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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

    @Test
    void theLastThousandRequestsWithoutACallAreKeptInOrderWithThoseOfKnownCalls() {
        timeline.add(request(null, "first"));
        timeline.add(request("call", "second"));
        for (int i = 0; i < 1_000; i++) {
            timeline.add(request(null, String.valueOf(i)));
        }
        timeline.add(request("forgotten", "last"));

        timeline.forget("forgotten");

        assertThat(timeline.requests()).hasSize(1_001);
        assertThat(timeline.requests().get(0).json()).isEqualTo("second");
        assertThat(timeline.requests().get(1_000).json()).isEqualTo("999");
    }

    @Test
    void theEntriesOfAllCallsAreInTheOrderInWhichTheyWereWritten() {
        timeline.add(entry("one", "first"));
        timeline.add(entry("two", "second"));
        timeline.add(entry("one", "third"));

        assertThat(timeline.ofAllCalls()).extracting(TimelineEntry::text).containsExactly("first", "second", "third");
    }

    private static ReceivedRequest request(String call, String json) {
        return new ReceivedRequest("createCall", call, null, 201, json);
    }

    private static TimelineEntry entry(String call, String text) {
        return new TimelineEntry(call, Instant.EPOCH, Kind.PHONE, "service", null, text, Map.of());
    }

    private static TimelineEntry entry(Kind kind) {
        return new TimelineEntry("call", Instant.EPOCH, kind, "service", null, "something", Map.of());
    }
}
