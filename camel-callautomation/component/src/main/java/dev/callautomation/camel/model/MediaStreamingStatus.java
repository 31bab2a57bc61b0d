package dev.callautomation.camel.model;

/** The state of a media stream. */
public enum MediaStreamingStatus {
    mediaStreamingStarted,
    mediaStreamingFailed,
    mediaStreamingStopped,
    unspecifiedError
}
