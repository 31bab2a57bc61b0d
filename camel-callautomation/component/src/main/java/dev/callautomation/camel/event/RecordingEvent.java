package dev.callautomation.camel.event;

/** An event about a recording. */
public interface RecordingEvent extends CallAutomationEvent {

    /** Which recording; may be {@code null}. */
    String recordingId();
}
