package dev.callautomation.camel.model;

/** Who records. */
public enum RecordingKind {
    azureCommunicationServices,
    teams,
    teamsCompliance
}
