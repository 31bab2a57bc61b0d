package dev.callautomation.camel.event;

import dev.callautomation.camel.model.TranscriptionUpdate;

/**
 * Transcription of the call has started.
 *
 * @param envelope the properties common to all events
 * @param transcriptionUpdate the state of the transcription
 */
public record TranscriptionStarted(EventEnvelope envelope, TranscriptionUpdate transcriptionUpdate)
        implements CallAutomationEvent {}
