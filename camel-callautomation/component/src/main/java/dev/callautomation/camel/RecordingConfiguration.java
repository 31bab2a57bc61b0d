package dev.callautomation.camel;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

import dev.callautomation.camel.model.RecordingChannelType;
import dev.callautomation.camel.model.RecordingContentType;
import dev.callautomation.camel.model.RecordingDocument;
import dev.callautomation.camel.model.RecordingFormatType;

/** What operations on recordings are given. */
@UriParams
public class RecordingConfiguration extends ConnectionConfiguration {

    @UriParam(
            label = "producer",
            description =
                    "The recording to stop, to pause, to resume or to ask for. startRecording and the events of recordings leave it as a header.")
    private String recordingId;

    @UriParam(
            label = "producer",
            description =
                    "Whether startRecording records audio, or audio and video. The service decides if it is not set.")
    private RecordingContentType recordingContentType;

    @UriParam(
            label = "producer",
            description =
                    "Whether startRecording mixes all parties, or keeps each on a channel of its own. The service decides if it is not set.")
    private RecordingChannelType recordingChannelType;

    @UriParam(
            label = "producer",
            description =
                    "The format of the files of startRecording: mp4 for video, mp3 or wav for audio, wav for unmixed audio. The service decides if it is not set.")
    private RecordingFormatType recordingFormatType;

    @UriParam(
            label = "producer",
            description =
                    "Whose audio is on which channel of an unmixed recording: phone numbers or raw ids with commas between them, the first for channel 0.")
    private String audioChannelParticipantOrdering;

    @UriParam(
            label = "producer",
            description = "Whether a recording waits for resumeRecording before it records anything.")
    private Boolean pauseOnStart;

    @UriParam(
            label = "producer",
            description = "Where the service sends the events of a recording. Without it, callbackUri.")
    private String recordingStateCallbackUri;

    @UriParam(
            label = "producer",
            description =
                    "The container in Azure Blob Storage that the files of a recording go to. Without it, the service keeps them for a short time.")
    private String recordingDestinationContainerUrl;

    @UriParam(
            label = "producer",
            description =
                    "The audio or video to download. RecordingFileStatusUpdated has it, and leaves it as a header if there is only one file.")
    private String contentLocation;

    @UriParam(
            label = "producer",
            description =
                    "The metadata to download. RecordingFileStatusUpdated has it, and leaves it as a header if there is only one file.")
    private String metadataLocation;

    @UriParam(
            label = "producer",
            description =
                    "What deleteRecording deletes. RecordingFileStatusUpdated has it, and leaves it as a header if there is only one file.")
    private String deleteLocation;

    @UriParam(
            label = "producer",
            defaultValue = "content",
            description =
                    "Whether downloadRecording downloads the content, which is the audio or video, or the metadata, which is JSON about it.")
    private RecordingDocument document = RecordingDocument.content;

    @UriParam(label = "producer", description = "The first byte that downloadRecording downloads, from 0 on.")
    private Long offset;

    @UriParam(
            label = "producer",
            description =
                    "How many bytes downloadRecording downloads at the most, from 1 on. Without it, all up to the end.")
    private Long length;

    public String getRecordingId() {
        return recordingId;
    }

    public void setRecordingId(String recordingId) {
        this.recordingId = recordingId;
    }

    public RecordingContentType getRecordingContentType() {
        return recordingContentType;
    }

    public void setRecordingContentType(RecordingContentType recordingContentType) {
        this.recordingContentType = recordingContentType;
    }

    public RecordingChannelType getRecordingChannelType() {
        return recordingChannelType;
    }

    public void setRecordingChannelType(RecordingChannelType recordingChannelType) {
        this.recordingChannelType = recordingChannelType;
    }

    public RecordingFormatType getRecordingFormatType() {
        return recordingFormatType;
    }

    public void setRecordingFormatType(RecordingFormatType recordingFormatType) {
        this.recordingFormatType = recordingFormatType;
    }

    public String getAudioChannelParticipantOrdering() {
        return audioChannelParticipantOrdering;
    }

    public void setAudioChannelParticipantOrdering(String audioChannelParticipantOrdering) {
        this.audioChannelParticipantOrdering = audioChannelParticipantOrdering;
    }

    public Boolean getPauseOnStart() {
        return pauseOnStart;
    }

    public void setPauseOnStart(Boolean pauseOnStart) {
        this.pauseOnStart = pauseOnStart;
    }

    public String getRecordingStateCallbackUri() {
        return recordingStateCallbackUri;
    }

    public void setRecordingStateCallbackUri(String recordingStateCallbackUri) {
        this.recordingStateCallbackUri = recordingStateCallbackUri;
    }

    public String getRecordingDestinationContainerUrl() {
        return recordingDestinationContainerUrl;
    }

    public void setRecordingDestinationContainerUrl(String recordingDestinationContainerUrl) {
        this.recordingDestinationContainerUrl = recordingDestinationContainerUrl;
    }

    public String getContentLocation() {
        return contentLocation;
    }

    public void setContentLocation(String contentLocation) {
        this.contentLocation = contentLocation;
    }

    public String getMetadataLocation() {
        return metadataLocation;
    }

    public void setMetadataLocation(String metadataLocation) {
        this.metadataLocation = metadataLocation;
    }

    public String getDeleteLocation() {
        return deleteLocation;
    }

    public void setDeleteLocation(String deleteLocation) {
        this.deleteLocation = deleteLocation;
    }

    public RecordingDocument getDocument() {
        return document;
    }

    public void setDocument(RecordingDocument document) {
        this.document = document;
    }

    public Long getOffset() {
        return offset;
    }

    public void setOffset(Long offset) {
        this.offset = offset;
    }

    public Long getLength() {
        return length;
    }

    public void setLength(Long length) {
        this.length = length;
    }
}
