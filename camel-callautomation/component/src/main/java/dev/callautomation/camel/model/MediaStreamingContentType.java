package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Content of a media stream. */
public enum MediaStreamingContentType {
    @JsonProperty("audio")
    AUDIO
}
