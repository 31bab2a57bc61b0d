package dev.callautomation.simulator.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.model.TimelineEntry;

import static org.assertj.core.api.Assertions.assertThat;

class KeptEntriesTest {

    private static final SentContent CONTENT =
            new SentContent(SentMessage.request("POST", "/", List.of(), "body", 4), null);

    private final KeptEntries entries = new KeptEntries(2L * CONTENT.size());

    @Test
    void whatIsRemovedMakesRoomForContents() {
        KeptEntries.Kept first = add(1, CONTENT);
        KeptEntries.Kept second = add(2, CONTENT);
        entries.remove(first);
        entries.dropContent(second);

        KeptEntries.Kept third = add(3, CONTENT);
        KeptEntries.Kept fourth = add(4, CONTENT);

        assertThat(entries.after(0)).containsExactly(second, third, fourth);
        assertThat(third.hasContent()).isTrue();
        assertThat(fourth.hasContent()).isTrue();
        assertThat(add(5, CONTENT).hasContent()).isTrue();
        assertThat(third.hasContent()).isFalse();
        assertThat(fourth.hasContent()).isTrue();
    }

    @Test
    void contentsAreDroppedInOrderAlsoWhenThoseBeforeHaveNoneOrAreRemoved() {
        add(1, SentContent.NONE);
        KeptEntries.Kept second = add(2, CONTENT);
        KeptEntries.Kept third = add(3, CONTENT);
        add(4, CONTENT);
        assertThat(second.hasContent()).isFalse();
        entries.remove(second);
        entries.remove(third);
        KeptEntries.Kept fifth = add(5, CONTENT);
        add(6, CONTENT);

        assertThat(entries.after(0))
                .filteredOn(KeptEntries.Kept::hasContent)
                .extracting(kept -> kept.entry().number())
                .containsExactly(5L, 6L);
        assertThat(fifth.content()).isSameAs(CONTENT);
    }

    @Test
    void aContentLargerThanAllThatMayBeKeptIsDroppedAtOnce() {
        String body = "x".repeat(3 * CONTENT.size());
        add(1, CONTENT);

        KeptEntries.Kept large =
                add(2, new SentContent(SentMessage.request("POST", "/", List.of(), body, body.length()), null));

        assertThat(large.hasContent()).isFalse();
        assertThat(add(3, CONTENT).hasContent()).isTrue();
    }

    @Test
    void countsEntriesAndTheBytesOfTheirTexts() {
        KeptEntries.Kept first = add(1, CONTENT);
        long size = first.entry().size();
        KeptEntries.Kept second = add(2, SentContent.NONE);

        assertThat(entries.size()).isEqualTo(2);
        assertThat(entries.bytes()).isEqualTo(2 * size);
        entries.remove(second);
        assertThat(entries.size()).isEqualTo(1);
        assertThat(entries.bytes()).isEqualTo(size);
        assertThat(entries.oldest()).isSameAs(first);

        entries.clear();
        assertThat(entries.after(0)).isEmpty();
        assertThat(entries.size()).isZero();
        assertThat(entries.bytes()).isZero();
        assertThat(add(3, CONTENT).hasContent()).isTrue();
    }

    @Test
    void theEntriesAfterANumberAreThoseWrittenLater() {
        add(3, SentContent.NONE);
        entries.remove(add(5, SentContent.NONE));
        add(7, SentContent.NONE);
        add(9, SentContent.NONE);

        assertThat(entries.after(5)).extracting(kept -> kept.entry().number()).containsExactly(7L, 9L);
        assertThat(entries.after(9)).isEmpty();
    }

    private KeptEntries.Kept add(long number, SentContent content) {
        return entries.add(
                new TimelineEntry(
                        number, "call", Instant.EPOCH, TimelineEntry.Kind.PHONE, "phone", null, "rings", Map.of()),
                content);
    }
}
