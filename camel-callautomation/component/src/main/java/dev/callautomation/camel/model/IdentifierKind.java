package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kinds of {@link CommunicationIdentifier}. */
public enum IdentifierKind {
    @JsonProperty("unknown")
    UNKNOWN,
    @JsonProperty("communicationUser")
    COMMUNICATION_USER,
    @JsonProperty("phoneNumber")
    PHONE_NUMBER,
    @JsonProperty("microsoftTeamsUser")
    MICROSOFT_TEAMS_USER,
    @JsonProperty("microsoftTeamsApp")
    MICROSOFT_TEAMS_APP,
    @JsonProperty("teamsExtensionUser")
    TEAMS_EXTENSION_USER
}
