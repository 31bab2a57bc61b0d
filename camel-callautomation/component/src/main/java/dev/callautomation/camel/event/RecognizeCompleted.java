package dev.callautomation.camel.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.ChoiceResult;
import dev.callautomation.camel.model.DtmfResult;
import dev.callautomation.camel.model.RecognitionType;
import dev.callautomation.camel.model.SpeechResult;

/**
 * Tones or speech were recognized; the result of the recognition type is set, the others are {@code null}.
 *
 * @param envelope the properties common to all events
 * @param recognitionType the kind of the result that is set
 * @param dtmfResult the tones
 * @param choiceResult the choice
 * @param speechResult the speech
 */
public record RecognizeCompleted(
        EventEnvelope envelope,
        @Nullable RecognitionType recognitionType,
        @Nullable DtmfResult dtmfResult,
        @Nullable ChoiceResult choiceResult,
        @Nullable SpeechResult speechResult)
        implements CallAutomationEvent {

    private static final List<RecognitionType> ORDER =
            List.of(RecognitionType.CHOICES, RecognitionType.DTMF, RecognitionType.SPEECH);

    /**
     * The recognized input as text: the label of the choice, the tones as they are dialed, such as
     * {@code 123#}, or the words. The result of the recognition type goes first; where that is missing, as in a
     * choice made
     * by its key that says {@code dtmf}, another does. {@code null} if the event has no result.
     */
    public @Nullable String recognized() {
        String typed = recognitionType == null ? null : result(recognitionType);
        if (typed != null) {
            return typed;
        }
        for (RecognitionType type : ORDER) {
            String other = result(type);
            if (other != null) {
                return other;
            }
        }
        return null;
    }

    private @Nullable String result(RecognitionType type) {
        return switch (type) {
            case CHOICES -> choiceResult == null ? null : choiceResult.label();
            case DTMF -> dtmfResult == null ? null : dtmfResult.dialed();
            case SPEECH -> speechResult == null ? null : speechResult.speech();
        };
    }

    /** Omits what was recognized, which may be the number of a card. */
    @Override
    public String toString() {
        return "RecognizeCompleted[" + envelope + ", recognitionType=" + recognitionType + "]";
    }
}
