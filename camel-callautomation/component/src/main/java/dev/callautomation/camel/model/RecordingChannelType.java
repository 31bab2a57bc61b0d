package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Channels of a recording: all parties mixed, or a channel for each. */
public enum RecordingChannelType {
    @JsonProperty("mixed")
    MIXED,
    @JsonProperty("unmixed")
    UNMIXED
}
