package dev.callautomation.camel.streaming;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a result of the transcription can still change; on the wire {@code Intermediate}, {@code Final}. */
public enum TranscriptionResultState {
    @JsonProperty("Intermediate")
    INTERMEDIATE,
    @JsonProperty("Final")
    FINAL
}
