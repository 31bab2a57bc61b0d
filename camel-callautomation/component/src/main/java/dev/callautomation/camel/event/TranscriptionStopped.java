package dev.callautomation.camel.event;

import dev.callautomation.camel.model.TranscriptionUpdate;

/**
 * The transcript of the call does not stream any more.
 *
 * @param envelope what all events have
 * @param transcriptionUpdate the state of the transcription
 */
public record TranscriptionStopped(EventEnvelope envelope, TranscriptionUpdate transcriptionUpdate)
        implements CallAutomationEvent {}
