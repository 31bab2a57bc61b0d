package dev.callautomation.camel.model;

/** Tells where the files of a recording are. */
public interface RecordedFiles {

    /** The files; {@code null} if nothing is known of any. */
    RecordingStorageInfo recordingStorageInfo();
}
