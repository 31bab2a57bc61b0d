package dev.callautomation.camel.event;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.RecordedFiles;
import dev.callautomation.camel.model.RecordingChannelType;
import dev.callautomation.camel.model.RecordingContentType;
import dev.callautomation.camel.model.RecordingFormatType;
import dev.callautomation.camel.model.RecordingStorageInfo;

/**
 * The files of a recording can be downloaded (an Event Grid event), some minutes after it has ended.
 *
 * @param envelope              the properties common to all events; the call connection id is {@code null}
 * @param recordingId           the id of the recording; may be {@code null}
 * @param recordingStorageInfo  the files; may be {@code null}
 * @param recordingStartTime    the start time; may be {@code null}
 * @param recordingDurationMs   the duration in milliseconds; may be {@code null}
 * @param recordingContentType  audio, or audio and video; may be {@code null}
 * @param recordingChannelType  whether all parties are mixed; may be {@code null}
 * @param recordingFormatType   the format of the files; may be {@code null}
 * @param sessionEndReason      the reason for the end, such as {@code CallEnded}; may be {@code null}
 * @param storageType           the storage of the files; {@code null} for that of the service
 */
public record RecordingFileStatusUpdated(
        EventEnvelope envelope,
        @Nullable String recordingId,
        @Nullable RecordingStorageInfo recordingStorageInfo,
        @Nullable OffsetDateTime recordingStartTime,
        @Nullable Long recordingDurationMs,
        @Nullable RecordingContentType recordingContentType,
        @Nullable RecordingChannelType recordingChannelType,
        @Nullable RecordingFormatType recordingFormatType,
        @Nullable String sessionEndReason,
        @Nullable String storageType)
        implements RecordingEvent, RecordedFiles {

    /** Takes the id of the recording from the subject if the data have none. */
    public RecordingFileStatusUpdated {
        if (recordingId == null) {
            recordingId = Subject.of(envelope.subject()).recordingId();
        }
    }
}
