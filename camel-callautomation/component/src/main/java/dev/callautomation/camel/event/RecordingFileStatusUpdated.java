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
 * @param envelope              what all events have; the call connection id is {@code null}
 * @param recordingId           which recording; may be {@code null}
 * @param recordingStorageInfo  where the files are; may be {@code null}
 * @param recordingStartTime    when it was started; may be {@code null}
 * @param recordingDurationMs   how long it is, in milliseconds; may be {@code null}
 * @param recordingContentType  audio, or audio and video; may be {@code null}
 * @param recordingChannelType  whether all parties are mixed; may be {@code null}
 * @param recordingFormatType   the format of the files; may be {@code null}
 * @param sessionEndReason      why it ended, such as {@code CallEnded}; may be {@code null}
 * @param storageType           where the files are kept; {@code null} for the service's own storage
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

    /** Takes the recording's id from the subject if the data lack it. */
    public RecordingFileStatusUpdated {
        if (recordingId == null) {
            recordingId = Subject.of(envelope.subject()).recordingId();
        }
    }
}
