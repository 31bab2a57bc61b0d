package dev.callautomation.simulator.page;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FeedHistoryTest {

    private final FeedHistory history = new FeedHistory(new FeedLimits(1, 1, 3, 100, 1, 1, 1));

    @Test
    void theMessagesAfterOneThatIsKeptOrWasTheLastBeforeThemAreKnown() {
        for (int number = 1; number <= 4; number++) {
            add(number, 1);
        }

        assertThat(history.after(4)).isEmpty();
        assertThat(history.after(2)).extracting(FeedMessage::number).containsExactly(3L, 4L);
        assertThat(history.after(1)).extracting(FeedMessage::number).containsExactly(2L, 3L, 4L);
        assertThat(history.after(0)).isNull();
        assertThat(history.after(5)).isNull();
    }

    @Test
    void itIsBoundedByBytes() {
        add(1, 60);
        add(2, 60);

        assertThat(history.after(0)).isNull();
        assertThat(history.after(1)).hasSize(1);
        add(3, 101);
        assertThat(history.after(2)).isNull();
        assertThat(history.after(3)).isEmpty();
        add(4, 100);
        assertThat(history.after(3)).hasSize(1);
    }

    @Test
    void whatWasSkippedIsNotKnown() {
        add(1, 1);
        history.skipTo(2);

        assertThat(history.after(1)).isNull();
        assertThat(history.after(2)).isEmpty();
        add(3, 1);
        assertThat(history.after(2)).hasSize(1);
    }

    private void add(long number, long size) {
        history.add(new FeedMessage(number, "entry", "call", size, () -> "{}"));
    }
}
