package dev.callautomation.camel.model;

/** Where the service keeps a recording's files. */
public enum RecordingStorageKind {
    azureCommunicationServices,
    azureBlobStorage
}
