package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of voice for a text with a language and no voice. */
public enum VoiceKind {
    @JsonProperty("male")
    MALE,
    @JsonProperty("female")
    FEMALE
}
