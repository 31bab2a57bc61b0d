package dev.callautomation.camel.model;

/** What a recording holds. */
public enum RecordingContentType {
    audio,
    audioVideo
}
