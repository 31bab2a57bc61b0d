package dev.callautomation.camel.event;

import dev.callautomation.camel.model.TranscriptionUpdate;

/**
 * The call could not be transcribed.
 *
 * @param envelope the properties common to all events
 * @param transcriptionUpdate the state of the transcription
 */
public record TranscriptionFailed(EventEnvelope envelope, TranscriptionUpdate transcriptionUpdate)
        implements CallAutomationEvent {}
