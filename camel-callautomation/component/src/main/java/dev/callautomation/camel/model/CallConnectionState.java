package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where a call connection is in its life. */
public enum CallConnectionState {
    @JsonEnumDefaultValue
    unknown,
    connecting,
    connected,
    transferring,
    transferAccepted,
    disconnecting,
    disconnected
}
