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
class DtmfToneTest {

    @Test
    void everyToneIsReadByItsSymbolAndByItsName() {
        List<DtmfTone> all = List.of(DtmfTone.values());
        assertThat(DtmfTone.parse("0123456789ABCD#*")).isEqualTo(all);
        assertThat(DtmfTone.parse("0123456789abcd#*")).isEqualTo(all);
        assertThat(DtmfTone.parse(
                        Stream.of(DtmfTone.values()).map(DtmfTone::name).collect(Collectors.joining(", "))))
                .isEqualTo(all);
        assertThat(new DtmfResult(all).dialed()).isEqualTo("0123456789ABCD#*");
    }

    @Test
    void symbolsAndNamesCanBeMixed() {
        assertThat(DtmfTone.parse("12,Pound")).containsExactly(DtmfTone.ONE, DtmfTone.TWO, DtmfTone.POUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1 2", "star", "+1", "\u017Fix"})
    void whatIsNoToneIsNamed(String text) {
        assertThatThrownBy(() -> DtmfTone.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a tone");
    }

    @Test
    void aChoiceIsALabelPhrasesAndATone() {
        assertThat(RecognitionChoice.of("sales:sales|buy:1"))
                .isEqualTo(new RecognitionChoice("sales", List.of("sales", "buy"), DtmfTone.ONE));
        assertThat(RecognitionChoice.of("sales::pound"))
                .isEqualTo(new RecognitionChoice("sales", List.of("sales"), DtmfTone.POUND));
        assertThat(RecognitionChoice.of(" sales : buy | order "))
                .isEqualTo(new RecognitionChoice("sales", List.of("buy", "order"), null));
        assertThat(RecognitionChoice.of("sales")).isEqualTo(new RecognitionChoice("sales", null, null));
    }
}
