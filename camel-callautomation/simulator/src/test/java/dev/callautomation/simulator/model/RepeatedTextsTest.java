package dev.callautomation.simulator.model;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatedTextsTest {

    @Test
    void entriesShareTextsThatAreEqual() {
        TimelineEntry first = entry();
        TimelineEntry second = entry();

        assertThat(second.text()).isEqualTo("CallConnected 200/0").isSameAs(first.text());
        assertThat(second.detail("code")).isEqualTo("200").isSameAs(first.detail("code"));
    }

    @Test
    void textsOfOnePlaceStayWhatTheyAre() {
        assertThat("Aa").hasSameHashCodeAs("BB");

        assertThat(RepeatedTexts.share("Aa")).isEqualTo("Aa");
        assertThat(RepeatedTexts.share("BB")).isEqualTo("BB");
        assertThat(RepeatedTexts.share("Aa")).isEqualTo("Aa");
    }

    @Test
    void longTextsAreNotKept() {
        RepeatedTexts.share("x".repeat(401));
        String again = "x".repeat(401);

        assertThat(RepeatedTexts.share(again)).isSameAs(again);
        assertThat(RepeatedTexts.share(null)).isNull();
    }

    @Test
    void textsAreForgottenWithTheirTimeline() {
        TimelineEntry first = entry();
        RepeatedTexts.clear();

        assertThat(entry().text()).isEqualTo(first.text()).isNotSameAs(first.text());
    }

    private static TimelineEntry entry() {
        return new TimelineEntry(
                "call",
                Instant.EPOCH,
                TimelineEntry.Kind.EVENT,
                "service",
                "application",
                "CallConnected " + "200/" + Integer.parseInt("0"),
                Map.of("code", String.valueOf(200)));
    }
}
