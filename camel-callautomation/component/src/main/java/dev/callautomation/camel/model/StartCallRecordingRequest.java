package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Starts recording a call, which is named by a locator or by a call connection.
 *
 * @param callLocator which call; the service answers when the recording has started
 * @param callConnectionId which call; the service answers at once, and whether the recording starts comes as an event
 * @param recordingStateCallbackUri where the events of the recording go; may be {@code null}
 * @param recordingContentType audio, or audio and video; the service decides if {@code null}
 * @param recordingChannelType all parties mixed, or each on its own; the service decides if {@code null}
 * @param recordingFormatType wav, mp3 or mp4; the service decides if {@code null}
 * @param audioChannelParticipantOrdering whose audio is on which channel, the first party on channel 0; for unmixed
 *     recordings; may be {@code null}
 * @param channelAffinity which parties have channels of their own; for unmixed recordings; may be {@code null}
 * @param pauseOnStart whether the recording waits to be resumed; may be {@code null}
 * @param externalStorage where the files go; the service's own storage if {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StartCallRecordingRequest(
        CallLocator callLocator,
        String callConnectionId,
        @Nullable String recordingStateCallbackUri,
        @Nullable RecordingContentType recordingContentType,
        @Nullable RecordingChannelType recordingChannelType,
        @Nullable RecordingFormatType recordingFormatType,
        @Nullable List<CommunicationIdentifier> audioChannelParticipantOrdering,
        @Nullable List<ChannelAffinity> channelAffinity,
        @Nullable Boolean pauseOnStart,
        @Nullable RecordingStorage externalStorage)
        implements OperationRequest {
    public StartCallRecordingRequest {
        audioChannelParticipantOrdering =
                Lists.copy(audioChannelParticipantOrdering, "audioChannelParticipantOrdering");
        channelAffinity = Lists.copy(channelAffinity, "channelAffinity");
    }
}
