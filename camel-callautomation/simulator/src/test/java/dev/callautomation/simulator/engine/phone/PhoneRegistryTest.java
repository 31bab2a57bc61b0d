package dev.callautomation.simulator.engine.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.Identifier;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneRegistryTest {

    private static final Identifier PHONE = Identifier.of("+15550001111");

    private final PhoneRegistry phones = new PhoneRegistry(Duration.ZERO);

    @Test
    void aLongTextIsCut() {
        hear("x".repeat(1_000_000));

        assertThat(phones.heardBy(PHONE))
                .extracting(Heard::what)
                .containsExactly("x".repeat(PhoneRegistry.CHARACTERS_KEPT) + "…");
    }

    @Test
    void theOldestSoundsAreForgotten() {
        for (int i = 0; i <= PhoneRegistry.SOUNDS_KEPT; i++) {
            hear(String.valueOf(i));
        }

        assertThat(phones.heardBy(PHONE)).hasSize(PhoneRegistry.SOUNDS_KEPT);
        assertThat(phones.heardBy(PHONE).get(0).what()).isEqualTo("1");
    }

    @Test
    void thePhoneThatHeardNothingForTheLongestTimeIsTheFirstToForget() {
        PhoneRegistry small = new PhoneRegistry(Duration.ZERO, 3_000);
        Identifier other = Identifier.of("+15550002222");
        hear(small, PHONE, "1".repeat(900));
        hear(small, other, "2".repeat(900));
        hear(small, PHONE, "3".repeat(700));
        hear(small, PHONE, "4".repeat(900));

        assertThat(small.listeners()).containsExactly(PHONE);
        assertThat(small.heardBy(PHONE)).hasSize(3);
        hear(small, PHONE, "\u20ac".repeat(700));
        assertThat(small.heardBy(PHONE))
                .extracting(heard -> heard.what().charAt(0))
                .containsExactly('4', '\u20ac');
        small.clear();
        hear(small, other, "1".repeat(1_400));
        hear(small, PHONE, "2".repeat(1_400));
        assertThat(small.listeners()).containsExactly(other, PHONE);
    }

    private void hear(String text) {
        hear(phones, PHONE, text);
    }

    private static void hear(PhoneRegistry phones, Identifier phone, String text) {
        phones.heard(Map.of(phone, List.of(new Heard(Instant.EPOCH, "call", Heard.Kind.TEXT, text))));
    }
}
