package dev.callautomation.camel.event;

import dev.callautomation.camel.model.ChoiceResult;
import dev.callautomation.camel.model.DtmfResult;
import dev.callautomation.camel.model.RecognitionType;
import dev.callautomation.camel.model.SpeechResult;

/**
 * Tones or speech were recognized; the result of the recognition type is set, the others are {@code null}.
 *
 * @param envelope what all events have
 * @param recognitionType which of the results is set
 * @param dtmfResult the tones
 * @param choiceResult the choice
 * @param speechResult the speech
 */
public record RecognizeCompleted(
        EventEnvelope envelope,
        RecognitionType recognitionType,
        DtmfResult dtmfResult,
        ChoiceResult choiceResult,
        SpeechResult speechResult)
        implements CallAutomationEvent {

    /**
     * What was recognized as a text, whichever way it was: the label of the choice, the tones as they are dialled, such as
     * {@code 123#}, or the words. {@code null} if the event has no result.
     */
    public String recognized() {
        if (choiceResult != null && recognitionType != RecognitionType.dtmf) {
            return choiceResult.label();
        }
        if (dtmfResult != null) {
            return dtmfResult.dialled();
        }
        return speechResult == null ? null : speechResult.speech();
    }
}
