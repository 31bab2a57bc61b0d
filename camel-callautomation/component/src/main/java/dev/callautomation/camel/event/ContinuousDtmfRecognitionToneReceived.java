package dev.callautomation.camel.event;

import dev.callautomation.camel.model.DtmfTone;

/**
 * A tone of a participant was recognized.
 *
 * @param envelope the properties common to all events
 * @param sequenceId increases with each tone of a recognition, which reveals lost and repeated tones
 * @param tone the tone
 */
public record ContinuousDtmfRecognitionToneReceived(EventEnvelope envelope, int sequenceId, DtmfTone tone)
        implements CallAutomationEvent {

    /** Omits the tone, which may be a part of a number of a card. */
    @Override
    public String toString() {
        return "ContinuousDtmfRecognitionToneReceived[" + envelope + ", sequenceId=" + sequenceId + "]";
    }
}
