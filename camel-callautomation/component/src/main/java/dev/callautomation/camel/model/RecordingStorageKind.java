package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kinds of storage for the files of a recording. */
public enum RecordingStorageKind {
    @JsonProperty("azureCommunicationServices")
    AZURE_COMMUNICATION_SERVICES,
    @JsonProperty("azureBlobStorage")
    AZURE_BLOB_STORAGE
}
