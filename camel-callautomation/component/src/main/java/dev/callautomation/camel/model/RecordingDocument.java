package dev.callautomation.camel.model;

/** Documents of a file of a recording. */
public enum RecordingDocument {
    /** The audio or video. */
    CONTENT,
    /** Metadata in JSON: the participants, their start times and channels. */
    METADATA
}
