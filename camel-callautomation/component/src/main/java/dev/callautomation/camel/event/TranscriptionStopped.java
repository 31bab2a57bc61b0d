package dev.callautomation.camel.event;

import dev.callautomation.camel.model.TranscriptionUpdate;

/**
 * Transcription of the call has stopped.
 *
 * @param envelope the properties common to all events
 * @param transcriptionUpdate the state of the transcription
 */
public record TranscriptionStopped(EventEnvelope envelope, TranscriptionUpdate transcriptionUpdate)
        implements CallAutomationEvent {}
