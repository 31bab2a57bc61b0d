package dev.callautomation.camel.model;

/** What there is to download of a recording's file. */
public enum RecordingDocument {
    /** The audio or video. */
    content,
    /** JSON that describes it: who takes part, since when, on which channel. */
    metadata
}
