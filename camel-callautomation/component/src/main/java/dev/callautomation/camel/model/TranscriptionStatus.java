package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The state of a transcription. */
public enum TranscriptionStatus {
    @JsonProperty("transcriptionStarted")
    TRANSCRIPTION_STARTED,
    @JsonProperty("transcriptionFailed")
    TRANSCRIPTION_FAILED,
    @JsonProperty("transcriptionResumed")
    TRANSCRIPTION_RESUMED,
    @JsonProperty("transcriptionUpdated")
    TRANSCRIPTION_UPDATED,
    @JsonProperty("transcriptionStopped")
    TRANSCRIPTION_STOPPED,
    @JsonProperty("unspecifiedError")
    UNSPECIFIED_ERROR
}
