package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The Azure cloud an identity belongs to; on the wire {@code public}, {@code dod}, {@code gcch}. */
public enum CloudEnvironment {
    @JsonProperty("public")
    PUBLIC,
    @JsonProperty("dod")
    DOD,
    @JsonProperty("gcch")
    GCCH
}
