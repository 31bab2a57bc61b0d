package dev.callautomation.camel.event;

/**
 * A recording could not be started.
 *
 * @param envelope    what all events have
 * @param recordingId which recording; may be {@code null}
 */
public record StartRecordingFailed(EventEnvelope envelope, String recordingId) implements RecordingEvent {}
