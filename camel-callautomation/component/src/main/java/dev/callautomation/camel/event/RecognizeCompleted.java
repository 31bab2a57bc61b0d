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
        implements CallAutomationEvent {}
