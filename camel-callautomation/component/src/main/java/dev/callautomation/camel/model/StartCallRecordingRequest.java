package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Starts recording a call, specified by a locator or by a call connection.
 *
 * @param callLocator the call; the service answers when the recording has started
 * @param callConnectionId the call connection; the service responds at once, and an event reports the outcome
 * @param recordingStateCallbackUri the URI for the events of the recording; may be {@code null}
 * @param recordingContentType audio, or audio and video; the service decides if {@code null}
 * @param recordingChannelType all parties mixed, or a channel for each; the service decides if {@code null}
 * @param recordingFormatType wav, mp3 or mp4; the service decides if {@code null}
 * @param audioChannelParticipantOrdering the participants by channel, starting with channel 0; for unmixed
 *     recordings; may be {@code null}
 * @param channelAffinity the channels of participants; for unmixed recordings; may be {@code null}
 * @param pauseOnStart whether the recording starts paused; may be {@code null}
 * @param externalStorage the storage of the files; that of the service if {@code null}
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
