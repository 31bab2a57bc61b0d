package dev.callautomation.camel.model;

/** The state of a transcription. */
public enum TranscriptionStatus {
    transcriptionStarted,
    transcriptionFailed,
    transcriptionResumed,
    transcriptionUpdated,
    transcriptionStopped,
    unspecifiedError
}
