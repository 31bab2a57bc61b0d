package dev.callautomation.camel.event;

import dev.callautomation.camel.model.Tone;

/**
 * A party has pressed a key.
 *
 * @param envelope what all events have
 * @param sequenceId grows with each tone of a recognition, so that missed and repeated ones show
 * @param tone the key
 */
public record ContinuousDtmfRecognitionToneReceived(EventEnvelope envelope, int sequenceId, Tone tone)
        implements CallAutomationEvent {}
