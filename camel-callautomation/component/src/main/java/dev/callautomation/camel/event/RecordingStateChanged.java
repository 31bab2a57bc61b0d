package dev.callautomation.camel.event;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.RecordingKind;
import dev.callautomation.camel.model.RecordingState;

/**
 * A recording runs, or has been paused or stopped.
 *
 * @param envelope      what all events have
 * @param recordingId   which recording
 * @param state         whether it runs now; {@code null} if the state is newer than this version
 * @param startDateTime when it was started; may be {@code null}
 * @param recordingKind who records; may be {@code null}
 */
public record RecordingStateChanged(
        EventEnvelope envelope,
        String recordingId,
        @Nullable RecordingState state,
        @Nullable OffsetDateTime startDateTime,
        @Nullable RecordingKind recordingKind)
        implements RecordingEvent {}
