package dev.callautomation.camel.model;

/** What a media stream holds. */
public enum MediaStreamingContentType {
    audio
}
