package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The reason for a rejection that the caller is given. */
public enum CallRejectReason {
    @JsonProperty("none")
    NONE,
    @JsonProperty("busy")
    BUSY,
    @JsonProperty("forbidden")
    FORBIDDEN
}
