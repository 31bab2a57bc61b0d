package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Storage of the files of a recording.
 *
 * @param recordingStorageKind the storage of the service, or a container of the application; derived from the URL
 *     if {@code
 *     null}
 * @param recordingDestinationContainerUrl the container, {@code https://...}; {@code null} for the service's storage
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordingStorage(
        RecordingStorageKind recordingStorageKind, @Nullable String recordingDestinationContainerUrl) {
    public RecordingStorage {
        if (recordingStorageKind == null) {
            recordingStorageKind = recordingDestinationContainerUrl == null
                    ? RecordingStorageKind.AZURE_COMMUNICATION_SERVICES
                    : RecordingStorageKind.AZURE_BLOB_STORAGE;
        }
    }
}
