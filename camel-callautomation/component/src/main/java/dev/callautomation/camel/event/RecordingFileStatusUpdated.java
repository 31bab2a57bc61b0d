package dev.callautomation.camel.event;

import java.time.OffsetDateTime;

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
        String recordingId,
        RecordingStorageInfo recordingStorageInfo,
        OffsetDateTime recordingStartTime,
        Long recordingDurationMs,
        RecordingContentType recordingContentType,
        RecordingChannelType recordingChannelType,
        RecordingFormatType recordingFormatType,
        String sessionEndReason,
        String storageType)
        implements RecordingEvent, RecordedFiles {

    /** Takes the recording's id from the subject if the data lack it. */
    public RecordingFileStatusUpdated {
        if (recordingId == null) {
            recordingId = Subject.of(envelope.subject()).recordingId();
        }
    }
}
