package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kinds of {@link PlaySource}. */
public enum PlaySourceType {
    @JsonProperty("file")
    FILE,
    @JsonProperty("text")
    TEXT,
    @JsonProperty("ssml")
    SSML
}
