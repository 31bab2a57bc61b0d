package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/** Tells where the files of a recording are. */
public interface RecordedFiles {

    /** The files; {@code null} if nothing is known of any. */
    @Nullable
    RecordingStorageInfo recordingStorageInfo();
}
