package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of input to recognize: tones, speech, either, or one of several choices. */
public enum RecognizeInputType {
    @JsonProperty("dtmf")
    DTMF,
    @JsonProperty("speech")
    SPEECH,
    @JsonProperty("speechOrDtmf")
    SPEECH_OR_DTMF,
    @JsonProperty("choices")
    CHOICES
}
