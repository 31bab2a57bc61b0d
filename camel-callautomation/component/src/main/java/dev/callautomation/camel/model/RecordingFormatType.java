package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The format of a recording's files. */
public enum RecordingFormatType {
    @JsonProperty("wav")
    WAV,
    @JsonProperty("mp3")
    MP3,
    @JsonProperty("mp4")
    MP4
}
