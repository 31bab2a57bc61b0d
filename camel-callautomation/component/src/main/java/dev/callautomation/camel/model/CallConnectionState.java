package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The state of a call connection. */
public enum CallConnectionState {
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN,
    @JsonProperty("connecting")
    CONNECTING,
    @JsonProperty("connected")
    CONNECTED,
    @JsonProperty("transferring")
    TRANSFERRING,
    @JsonProperty("transferAccepted")
    TRANSFER_ACCEPTED,
    @JsonProperty("disconnecting")
    DISCONNECTING,
    @JsonProperty("disconnected")
    DISCONNECTED
}
