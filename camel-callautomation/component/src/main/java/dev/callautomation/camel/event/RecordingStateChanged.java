package dev.callautomation.camel.event;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.RecordingKind;
import dev.callautomation.camel.model.RecordingState;

/**
 * A recording has started, resumed, paused or stopped.
 *
 * @param envelope      the properties common to all events
 * @param recordingId   the id of the recording
 * @param state         the state; {@code null} if unknown to this version
 * @param startDateTime the start time; may be {@code null}
 * @param recordingKind the kind of recording; may be {@code null}
 */
public record RecordingStateChanged(
        EventEnvelope envelope,
        String recordingId,
        @Nullable RecordingState state,
        @Nullable OffsetDateTime startDateTime,
        @Nullable RecordingKind recordingKind)
        implements RecordingEvent {}
