package dev.callautomation.camel.model;

/** The format of a recording's files. */
public enum RecordingFormatType {
    wav,
    mp3,
    mp4
}
