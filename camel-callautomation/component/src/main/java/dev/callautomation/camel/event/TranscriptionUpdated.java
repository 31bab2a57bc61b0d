package dev.callautomation.camel.event;

import dev.callautomation.camel.model.TranscriptionUpdate;

/**
 * The language of the transcription has changed.
 *
 * @param envelope the properties common to all events
 * @param transcriptionUpdate the state of the transcription
 */
public record TranscriptionUpdated(EventEnvelope envelope, TranscriptionUpdate transcriptionUpdate)
        implements CallAutomationEvent {}
