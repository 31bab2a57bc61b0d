package dev.callautomation.camel.model;

import java.util.List;

/**
 * The files of a recording.
 *
 * @param recordingChunks the files in the order of the recording; possibly none
 */
public record RecordingStorageInfo(List<RecordingChunk> recordingChunks) {
    public RecordingStorageInfo {
        recordingChunks = recordingChunks == null ? List.of() : List.copyOf(recordingChunks);
    }
}
