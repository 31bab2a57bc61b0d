package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kinds of recording, by the party that records. */
public enum RecordingKind {
    @JsonProperty("azureCommunicationServices")
    AZURE_COMMUNICATION_SERVICES,
    @JsonProperty("teams")
    TEAMS,
    @JsonProperty("teamsCompliance")
    TEAMS_COMPLIANCE
}
