package dev.callautomation.camel.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How tones and choices are written. */
class ToneTest {

    @Test
    void everyToneIsReadByItsSymbolAndByItsName() {
        List<Tone> all = List.of(Tone.values());
        assertThat(Tone.parse("0123456789ABCD#*")).isEqualTo(all);
        assertThat(Tone.parse("0123456789abcd#*")).isEqualTo(all);
        assertThat(Tone.parse(Stream.of(Tone.values()).map(Tone::name).collect(Collectors.joining(", "))))
                .isEqualTo(all);
        assertThat(new DtmfResult(all).dialled()).isEqualTo("0123456789ABCD#*");
    }

    @Test
    void symbolsAndNamesCanBeMixed() {
        assertThat(Tone.parse("12,Pound")).containsExactly(Tone.one, Tone.two, Tone.pound);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1 2", "star", "+1", "\u017Fix"})
    void whatIsNoToneIsNamed(String text) {
        assertThatThrownBy(() -> Tone.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no tone");
    }

    @Test
    void aChoiceIsALabelPhrasesAndATone() {
        assertThat(Choice.of("sales:sales|buy:1")).isEqualTo(new Choice("sales", List.of("sales", "buy"), Tone.one));
        assertThat(Choice.of("sales::pound")).isEqualTo(new Choice("sales", List.of("sales"), Tone.pound));
        assertThat(Choice.of(" sales : buy | order ")).isEqualTo(new Choice("sales", List.of("buy", "order"), null));
        assertThat(Choice.of("sales")).isEqualTo(new Choice("sales", null, null));
    }
}
