package dev.callautomation.camel.internal.client;

import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RandomIdsTest {

    @Test
    void idsOfAllThreadsDiffer() {
        int number = 1_000_000;
        UUID[] ids = IntStream.range(0, number)
                .parallel()
                .mapToObj(i -> RandomIds.next())
                .toArray(UUID[]::new);
        assertThat(Stream.of(ids).distinct().count()).isEqualTo(number);
        assertThat(Stream.of(ids).allMatch(id -> id.version() == 4 && id.variant() == 2))
                .isTrue();
    }

    @Test
    void eachBitIsRandom() {
        long anyHigh = 0;
        long allHigh = -1;
        for (int i = 0; i < 500; i++) {
            long high = RandomIds.next().getMostSignificantBits();
            anyHigh |= high;
            allHigh &= high;
        }
        assertThat(anyHigh).isEqualTo(0xFFFFFFFFFFFF4FFFL);
        assertThat(allHigh).isEqualTo(0x4000L);
    }
}
