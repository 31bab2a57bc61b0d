package dev.callautomation.simulator.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.model.TimelineEntry.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineTest {

    private final Timeline timeline = new Timeline(TimelineLimits.of(10_000, 1));

    @AfterEach
    void stop() {
        timeline.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"RESPONSE", "EVENT", "DELIVERY"})
    void whatComesAfterACallWasForgottenIsNotKept(Kind late) {
        timeline.add(entry(Kind.PHONE));
        timeline.add(entry(late));
        assertThat(timeline.of("call")).hasSize(2);

        timeline.forget("call");
        timeline.add(entry(late));

        assertThat(timeline.of("call")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingBeginsTheTimelineOfACallThatWasForgotten(Kind late) {
        timeline.add(entry(Kind.PHONE));
        timeline.add(entry("other", "of another call"));
        timeline.forget("call");
        timeline.clear();

        timeline.add(entry(late));
        timeline.add(entry("other", "late"));

        assertThat(timeline.ofAllCalls()).isEmpty();
    }

    @Test
    void theLastRequestsAreKeptInOrderWithoutThoseOfForgottenCalls() {
        Timeline small = new Timeline(limits(10, 10, 10, 0, 3, 1_000));
        small.add(request(null, "first"));
        small.add(request("call", "second"));
        small.add(request("forgotten", "third"));
        small.add(request(null, "fourth"));

        small.forget("forgotten");

        assertThat(small.requests()).extracting(ReceivedRequest::json).containsExactly("second", "fourth");
        small.close();
    }

    @Test
    void bodiesOfRequestsAreKeptUpToANumberOfCharacters() {
        Timeline small = new Timeline(limits(10, 10, 10, 0, 100, 10));
        small.add(request("call", "12345"));
        small.add(request("call", "67890"));
        small.add(request("other", "x"));

        assertThat(small.requests()).extracting(ReceivedRequest::json).containsExactly("67890", "x");
        small.close();
    }

    @Test
    void theOldestEntriesOfACallAreDroppedAndTheFirstEntrySaysHowMany() {
        Timeline small = new Timeline(limits(3, 100, 10, 1_000, 1, 1));
        for (int i = 1; i <= 5; i++) {
            small.add(entry("call", "entry " + i), content("body " + i));
        }

        List<TimelineEntry> kept = small.of("call");
        assertThat(kept)
                .extracting(TimelineEntry::text)
                .containsExactly("2 older entries were dropped", "entry 3", "entry 4", "entry 5");
        assertThat(kept.get(0).detail("dropped")).isEqualTo("2");
        assertThat(kept).extracting(TimelineEntry::number).containsExactly(2L, 3L, 4L, 5L);
        assertThat(small.content("call", 2)).isEmpty();
        assertThat(small.content("call", 3)).isPresent();
        small.close();
    }

    @Test
    void theOldestEntriesOfAllCallsAreDropped() {
        Timeline small = new Timeline(limits(10, 3, 10, 1_000, 1, 1));
        small.add(entry("old", "1"));
        small.add(entry("new", "2"));
        small.add(entry("new", "3"));
        small.add(entry("old", "4"));
        small.add(entry("new", "5"));

        assertThat(small.of("old"))
                .extracting(TimelineEntry::text)
                .containsExactly("1 older entries were dropped", "4");
        assertThat(small.of("new"))
                .extracting(TimelineEntry::text)
                .containsExactly("1 older entries were dropped", "3", "5");
        assertThat(small.after(3)).extracting(TimelineEntry::text).containsExactly("4", "5");
        small.close();
    }

    @Test
    void theOldestEntriesAreDroppedWhenTheirTextsTakeTooManyBytes() {
        Timeline small = new Timeline(new TimelineLimits(10, 100, 1_000, 10, 1_000, 1, 1));
        String text = "x".repeat(300);
        for (int i = 1; i <= 4; i++) {
            small.add(entry("call", text + i));
        }

        assertThat(small.of("call"))
                .extracting(TimelineEntry::text)
                .containsExactly("1 older entries were dropped", text + 2, text + 3, text + 4);
        small.add(new TimelineEntry(
                "call", Instant.EPOCH, Kind.EVENT, "service", null, "short", Map.of("context", "\u20ac".repeat(340))));
        assertThat(small.of("call"))
                .extracting(TimelineEntry::text)
                .containsExactly("3 older entries were dropped", text + 4, "short");
        small.forget("call");
        small.add(entry("other", text));
        small.clear();
        small.add(entry("another", text));
        small.add(entry("another", text));
        small.add(entry("another", text));
        assertThat(small.of("another")).hasSize(3);
        small.close();
    }

    @Test
    void anEventOfACallWhoseEntriesWereAllDroppedIsKept() {
        Timeline small = new Timeline(limits(10, 1, 10, 1_000, 1, 1));
        small.add(entry("old", "1"));
        small.add(entry("new", "2"));
        small.add(new TimelineEntry("old", Instant.EPOCH, Kind.EVENT, "service", null, "3", Map.of()));

        assertThat(small.of("old"))
                .extracting(TimelineEntry::text)
                .containsExactly("1 older entries were dropped", "3");
        assertThat(small.of("new")).extracting(TimelineEntry::text).containsExactly("1 older entries were dropped");
        small.close();
    }

    @Test
    void contentsAreDroppedBeforeTheirEntriesByNumberAndByBytes() {
        int size = content("1234567890").size();
        Timeline byNumber = new Timeline(limits(10, 10, 2, 10L * size, 1, 1));
        Timeline byBytes = new Timeline(limits(10, 10, 10, 2L * size, 1, 1));
        for (Timeline each : List.of(byNumber, byBytes)) {
            for (int i = 0; i < 3; i++) {
                each.add(entry("call", "entry"), content("1234567890"));
            }

            assertThat(each.of("call")).hasSize(3);
            assertThat(each.content("call", 1)).isEmpty();
            assertThat(each.hasContent("call", 1)).isFalse();
            assertThat(each.content("call", 2).orElseThrow().request().body()).isEqualTo("1234567890");
            assertThat(each.hasContent("call", 3)).isTrue();
            each.close();
        }
    }

    @Test
    void contentIsThatOfTheCallWhichIsAskedFor() {
        timeline.add(entry("call", "entry"), content("body"));

        assertThat(timeline.content("other", 1)).isEmpty();
        assertThat(timeline.content("call", 1)).isPresent();
        timeline.forget("call");
        assertThat(timeline.content("call", 1)).isEmpty();
    }

    @Test
    void aSlowListenerDoesNotFillTheMemory() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger told = new AtomicInteger();
        timeline.listen(entry -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            told.incrementAndGet();
        });
        TimelineEntry entry = entry("call", "entry");
        for (int i = 0; i < 100_100; i++) {
            timeline.add(entry);
        }

        released.countDown();
        timeline.close();
        assertThat(told.get()).isBetween(100_000, 100_001);
    }

    @Test
    void aSlowListenerDoesNotFillTheMemoryWithLongTexts() throws Exception {
        Timeline small = new Timeline(new TimelineLimits(10, 100, 1_000, 10, 1_000, 1, 1));
        CountDownLatch listening = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger told = new AtomicInteger();
        small.listen(entry -> {
            listening.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            told.incrementAndGet();
        });
        small.add(entry("call", "first"));
        listening.await();
        for (int i = 0; i < 10; i++) {
            small.add(entry("call", "x".repeat(500)));
        }

        released.countDown();
        small.close();
        assertThat(told).hasValue(3);
    }

    @Test
    void longTextIsCut() {
        timeline.add(new TimelineEntry(
                "call",
                Instant.EPOCH,
                Kind.PHONE,
                "phone",
                null,
                "x".repeat(100_000),
                Map.of("text", "y".repeat(100_000))));

        TimelineEntry kept = timeline.of("call").get(0);
        assertThat(kept.text()).hasSizeLessThan(2_000).endsWith("x...");
        assertThat(kept.detail("text")).hasSizeLessThan(10_000).endsWith("y...");
    }

    @Test
    void theEntriesOfAllCallsAreInTheOrderInWhichTheyWereWritten() {
        timeline.add(entry("one", "first"));
        timeline.add(entry("two", "second"));
        timeline.add(entry("one", "third"));

        assertThat(timeline.ofAllCalls()).extracting(TimelineEntry::text).containsExactly("first", "second", "third");
    }

    private static TimelineLimits limits(
            int perCall, int entries, int contents, long bytes, int requests, long requestBytes) {
        return new TimelineLimits(perCall, entries, 1_000_000_000, contents, bytes, requests, requestBytes);
    }

    private static SentContent content(String body) {
        return new SentContent(SentMessage.request("POST", "/", List.of(), body, body.length()), null);
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
