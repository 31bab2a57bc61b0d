package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Channels of streamed audio: all parties mixed, or a stream for each. */
public enum AudioChannelType {
    @JsonProperty("mixed")
    MIXED,
    @JsonProperty("unmixed")
    UNMIXED
}
