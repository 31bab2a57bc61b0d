package dev.callautomation.camel.event;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.model.ChoiceResult;
import dev.callautomation.camel.model.DtmfResult;
import dev.callautomation.camel.model.DtmfTone;
import dev.callautomation.camel.model.RecognitionType;
import dev.callautomation.camel.model.SpeechResult;
import dev.callautomation.camel.streaming.DtmfData;

import static org.assertj.core.api.Assertions.assertThat;

/** What a party has pressed or said is not in the text of a record, which ends up in logs and exceptions. */
class RecognizedInputTest {

    private static final DtmfResult TONES = new DtmfResult(List.of(DtmfTone.SEVEN, DtmfTone.SEVEN, DtmfTone.SEVEN));
    private static final SpeechResult SPEECH = new SpeechResult("triple seven", 0.5);
    private static final ChoiceResult CHOICE = new ChoiceResult("pay", "triple seven please", 0.5);

    static Stream<Object> records() {
        return Stream.of(
                TONES,
                SPEECH,
                CHOICE,
                new DtmfData("7"),
                new RecognizeCompleted(envelope("RecognizeCompleted"), RecognitionType.DTMF, TONES, CHOICE, SPEECH),
                new ContinuousDtmfRecognitionToneReceived(
                        envelope("ContinuousDtmfRecognitionToneReceived"), 1, DtmfTone.SEVEN));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("records")
    void isNotInTheTextOfARecord(Object input) {
        assertThat(input.toString())
                .startsWith(input.getClass().getSimpleName() + "[")
                .doesNotContainIgnoringCase("seven")
                .doesNotContain("7");
    }

    private static EventEnvelope envelope(String type) {
        return new EventEnvelope(
                "1",
                EventEnvelope.PREFIX + type,
                null,
                null,
                null,
                "c1",
                null,
                null,
                null,
                null,
                JsonNodeFactory.instance.objectNode().put("tones", "777"));
    }
}
