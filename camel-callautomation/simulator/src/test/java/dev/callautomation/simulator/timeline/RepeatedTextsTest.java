package dev.callautomation.simulator.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.model.TimelineEntry;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatedTextsTest {

    private final RepeatedTexts texts = new RepeatedTexts();
    private final Timeline timeline = new Timeline(TimelineLimits.of(10_000, 1));

    @AfterEach
    void stop() {
        timeline.close();
    }

    @Test
    void entriesShareTextsThatAreEqual() {
        add();
        add();

        List<TimelineEntry> entries = timeline.of("call");
        TimelineEntry first = entries.get(0);
        TimelineEntry second = entries.get(1);
        assertThat(second.text()).isEqualTo("CallConnected 200/0").isSameAs(first.text());
        assertThat(second.detail("code")).isEqualTo("200").isSameAs(first.detail("code"));
    }

    @Test
    void textsOfOnePlaceStayWhatTheyAre() {
        assertThat("Aa").hasSameHashCodeAs("BB");

        assertThat(texts.share("Aa")).isEqualTo("Aa");
        assertThat(texts.share("BB")).isEqualTo("BB");
        assertThat(texts.share("Aa")).isEqualTo("Aa");
    }

    @Test
    void longTextsAreNotKept() {
        String longest = "x".repeat(400);
        texts.share(longest);
        texts.share("x".repeat(401));
        String again = "x".repeat(401);

        assertThat(texts.share("x".repeat(400))).isSameAs(longest);
        assertThat(texts.share(again)).isSameAs(again);
        assertThat(texts.share(null)).isNull();
    }

    @Test
    void textsAreForgottenWithTheirTimeline() {
        add();
        String first = timeline.of("call").get(0).text();
        timeline.clear();
        timeline.add(entry("other"));

        assertThat(timeline.of("other").get(0).text()).isEqualTo(first).isNotSameAs(first);
    }

    private void add() {
        timeline.add(entry("call"));
    }

    private static TimelineEntry entry(String call) {
        return new TimelineEntry(
                call,
                Instant.EPOCH,
                TimelineEntry.Kind.PHONE,
                "phone",
                null,
                "CallConnected " + "200/" + Integer.parseInt("0"),
                Map.of("code", String.valueOf(200)));
    }
}
