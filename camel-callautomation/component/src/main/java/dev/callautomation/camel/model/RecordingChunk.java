package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * A file of a recording. Long recordings have several.
 *
 * @param documentId names the file
 * @param index the place of the file in the recording, from 0
 * @param endReason why the file ends, such as {@code SessionEnded} or {@code ChunkMaximumSizeExceeded}
 * @param contentLocation where the audio or video is
 * @param metadataLocation where the document that describes the file is; may be {@code null}
 * @param deleteLocation what to delete when the file is not needed any more; may be {@code null}
 */
public record RecordingChunk(
        String documentId,
        Integer index,
        String endReason,
        String contentLocation,
        @Nullable String metadataLocation,
        @Nullable String deleteLocation) {}
