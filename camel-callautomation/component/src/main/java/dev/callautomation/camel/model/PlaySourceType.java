package dev.callautomation.camel.model;

/** What a {@link PlaySource} is. */
public enum PlaySourceType {
    file,
    text,
    ssml
}
