package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Transport of media. */
public enum StreamingTransportType {
    @JsonProperty("websocket")
    WEBSOCKET
}
