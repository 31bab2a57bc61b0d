package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kinds of {@link CallLocator}. */
public enum CallLocatorKind {
    @JsonProperty("groupCallLocator")
    GROUP_CALL_LOCATOR,
    @JsonProperty("serverCallLocator")
    SERVER_CALL_LOCATOR,
    @JsonProperty("roomCallLocator")
    ROOM_CALL_LOCATOR
}
