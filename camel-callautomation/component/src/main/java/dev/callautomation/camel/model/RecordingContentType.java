package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Content of a recording. */
public enum RecordingContentType {
    @JsonProperty("audio")
    AUDIO,
    @JsonProperty("audioVideo")
    AUDIO_VIDEO
}
