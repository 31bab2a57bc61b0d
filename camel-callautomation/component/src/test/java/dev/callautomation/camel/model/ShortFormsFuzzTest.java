package dev.callautomation.camel.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.fuzz.Effort;

import static org.assertj.core.api.Assertions.assertThat;

/** A text is tones or a choice, the same when it is written anew, or refused with the way to write it. */
class ShortFormsFuzzTest {

    static Stream<byte[]> texts() {
        return Stream.of(
                        "",
                        ",",
                        "1234#",
                        "one,two, POUND ,a*",
                        "six,asterisk",
                        // looks like a letter of the name to comparisons that ignore case
                        "\u017Fix",
                        "asteris\u212A",
                        "sales",
                        "sales:sales|buy:1",
                        "sales::pound",
                        "sales:a:b:c",
                        ":",
                        " :|:12")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("texts")
    @FuzzTest
    void aTextIsReadOrRefusedWithTheWayToWriteIt(byte[] input) throws Throwable {
        String text = new String(input, StandardCharsets.UTF_8);
        Effort.isBounded(() -> {
            tones(text);
            choice(text);
        });
    }

    private static void tones(String text) {
        List<DtmfTone> tones;
        try {
            tones = DtmfTone.parse(text);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("is not a tone; tones are written");
            return;
        }
        String keys = tones.stream().map(tone -> String.valueOf(tone.symbol())).collect(Collectors.joining());
        String names = tones.stream().map(DtmfTone::name).collect(Collectors.joining(","));
        assertThat(DtmfTone.parse(keys)).isEqualTo(tones);
        assertThat(DtmfTone.parse(names)).isEqualTo(tones);
    }

    private static void choice(String text) {
        RecognitionChoice choice;
        try {
            choice = RecognitionChoice.of(text);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage())
                    .containsAnyOf("write label:phrase", "has no label", "is not a tone", "is not one tone");
            return;
        }
        String tone = choice.tone() == null ? "" : ":" + choice.tone();
        String written = choice.label() + ":" + String.join("|", choice.phrases()) + tone;
        if (!choice.label().contains("|")) {
            assertThat(RecognitionChoice.of(written)).isEqualTo(choice);
        }
    }
}
