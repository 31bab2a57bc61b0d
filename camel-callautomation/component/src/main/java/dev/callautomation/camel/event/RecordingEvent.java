package dev.callautomation.camel.event;

import org.jspecify.annotations.Nullable;

/** An event about a recording. */
public interface RecordingEvent extends CallAutomationEvent {

    /** The id of the recording; may be {@code null}. */
    @Nullable
    String recordingId();
}
