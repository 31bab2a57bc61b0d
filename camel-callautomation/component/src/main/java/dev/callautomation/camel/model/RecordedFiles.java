package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/** A source of the files of a recording. */
public interface RecordedFiles {

    /** The files; {@code null} if unknown. */
    @Nullable
    RecordingStorageInfo recordingStorageInfo();
}
