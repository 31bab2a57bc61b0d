package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The state of a media stream. */
public enum MediaStreamingStatus {
    @JsonProperty("mediaStreamingStarted")
    MEDIA_STREAMING_STARTED,
    @JsonProperty("mediaStreamingFailed")
    MEDIA_STREAMING_FAILED,
    @JsonProperty("mediaStreamingStopped")
    MEDIA_STREAMING_STOPPED,
    @JsonProperty("unspecifiedError")
    UNSPECIFIED_ERROR
}
