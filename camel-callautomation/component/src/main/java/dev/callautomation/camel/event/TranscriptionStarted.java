package dev.callautomation.camel.event;

import dev.callautomation.camel.model.TranscriptionUpdate;

/**
 * The transcript of the call streams to the WebSocket.
 *
 * @param envelope what all events have
 * @param transcriptionUpdate the state of the transcription
 */
public record TranscriptionStarted(EventEnvelope envelope, TranscriptionUpdate transcriptionUpdate)
        implements CallAutomationEvent {}
