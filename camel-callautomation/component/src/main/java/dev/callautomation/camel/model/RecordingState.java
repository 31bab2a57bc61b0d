package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** State of a recording. */
public enum RecordingState {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("inactive")
    INACTIVE
}
