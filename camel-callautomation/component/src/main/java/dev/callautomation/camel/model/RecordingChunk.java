package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * A file of a recording. Long recordings have several.
 *
 * @param documentId the id of the file
 * @param index the index of the file in the recording, from 0
 * @param endReason the reason for the end of the file, such as {@code SessionEnded} or {@code ChunkMaximumSizeExceeded}
 * @param contentLocation the location of the audio or video
 * @param metadataLocation the location of the metadata; may be {@code null}
 * @param deleteLocation the location that deletes the file; may be {@code null}
 */
public record RecordingChunk(
        String documentId,
        Integer index,
        String endReason,
        String contentLocation,
        @Nullable String metadataLocation,
        @Nullable String deleteLocation) {}
