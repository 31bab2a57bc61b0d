package dev.callautomation.camel.event;

import org.jspecify.annotations.Nullable;

/**
 * A recording could not be started.
 *
 * @param envelope    what all events have
 * @param recordingId which recording; may be {@code null}
 */
public record StartRecordingFailed(
        EventEnvelope envelope, @Nullable String recordingId) implements RecordingEvent {}
