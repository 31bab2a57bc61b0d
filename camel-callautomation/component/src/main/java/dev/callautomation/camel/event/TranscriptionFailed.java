package dev.callautomation.camel.event;

import dev.callautomation.camel.model.TranscriptionUpdate;

/**
 * The call could not be transcribed.
 *
 * @param envelope what all events have
 * @param transcriptionUpdate the state of the transcription
 */
public record TranscriptionFailed(EventEnvelope envelope, TranscriptionUpdate transcriptionUpdate)
        implements CallAutomationEvent {}
