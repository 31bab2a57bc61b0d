package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of a recognized input. */
public enum RecognitionType {
    @JsonProperty("dtmf")
    DTMF,
    @JsonProperty("speech")
    SPEECH,
    @JsonProperty("choices")
    CHOICES
}
