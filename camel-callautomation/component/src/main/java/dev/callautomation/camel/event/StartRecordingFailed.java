package dev.callautomation.camel.event;

import org.jspecify.annotations.Nullable;

/**
 * A recording could not be started.
 *
 * @param envelope    the properties common to all events
 * @param recordingId the id of the recording; may be {@code null}
 */
public record StartRecordingFailed(
        EventEnvelope envelope, @Nullable String recordingId) implements RecordingEvent {}
