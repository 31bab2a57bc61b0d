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

    private void hear(String text) {
        phones.heard(Map.of(PHONE, List.of(new Heard(Instant.EPOCH, "call", Heard.Kind.TEXT, text))));
    }
}
