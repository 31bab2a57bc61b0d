package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a recording go.
 *
 * @param recordingStorageKind the service's own storage, or a container of yours; worked out from the URL if {@code
 *     null}
 * @param recordingDestinationContainerUrl the container, {@code https://...}; {@code null} for the service's storage
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordingStorage(
        RecordingStorageKind recordingStorageKind, @Nullable String recordingDestinationContainerUrl) {
    public RecordingStorage {
        if (recordingStorageKind == null) {
            recordingStorageKind = recordingDestinationContainerUrl == null
                    ? RecordingStorageKind.azureCommunicationServices
                    : RecordingStorageKind.azureBlobStorage;
        }
    }
}
