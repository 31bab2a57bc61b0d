package dev.callautomation.camel;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

import dev.callautomation.camel.model.AudioChannelType;
import dev.callautomation.camel.model.AudioFormat;

/** How the audio and the transcript of a call leave it. */
@UriParams
public class StreamingConfiguration extends RecordingConfiguration {

    @UriParam(
            label = "producer",
            description =
                    "Where createCall, answerCall and connectCall have the audio of the call sent: a WebSocket, wss://.... Without it the audio does not leave the call.")
    private String mediaStreamingUrl;

    @UriParam(
            label = "producer",
            description =
                    "Whether the audio of all parties is mixed or each has a stream of its own. Mixed if it is not set.")
    private AudioChannelType audioChannelType;

    @UriParam(
            label = "producer",
            description = "The samples of the audio: PCM at 16 or 24 kHz. The service decides if it is not set.")
    private AudioFormat audioFormat;

    @UriParam(
            label = "producer",
            description =
                    "Whether the audio is sent from the start of the call, rather than from the operation startMediaStreaming on.")
    private Boolean startMediaStreaming;

    @UriParam(label = "producer", description = "Whether the WebSocket can send audio into the call.")
    private Boolean enableBidirectional;

    @UriParam(label = "producer", description = "Whether tones are sent to the WebSocket with the audio.")
    private Boolean enableDtmfTones;

    @UriParam(
            label = "producer",
            description =
                    "Where createCall, answerCall and connectCall have the transcript of the call sent: a WebSocket, wss://.... Needs locale.")
    private String transcriptionUrl;

    @UriParam(
            label = "producer",
            description =
                    "Whether the call is transcribed from its start, rather than from the operation startTranscription on.")
    private Boolean startTranscription;

    @UriParam(label = "producer", description = "Whether the transcript has results that may still change.")
    private Boolean enableIntermediateResults;

    public String getMediaStreamingUrl() {
        return mediaStreamingUrl;
    }

    public void setMediaStreamingUrl(String mediaStreamingUrl) {
        this.mediaStreamingUrl = mediaStreamingUrl;
    }

    public AudioChannelType getAudioChannelType() {
        return audioChannelType;
    }

    public void setAudioChannelType(AudioChannelType audioChannelType) {
        this.audioChannelType = audioChannelType;
    }

    public AudioFormat getAudioFormat() {
        return audioFormat;
    }

    public void setAudioFormat(AudioFormat audioFormat) {
        this.audioFormat = audioFormat;
    }

    public Boolean getStartMediaStreaming() {
        return startMediaStreaming;
    }

    public void setStartMediaStreaming(Boolean startMediaStreaming) {
        this.startMediaStreaming = startMediaStreaming;
    }

    public Boolean getEnableBidirectional() {
        return enableBidirectional;
    }

    public void setEnableBidirectional(Boolean enableBidirectional) {
        this.enableBidirectional = enableBidirectional;
    }

    public Boolean getEnableDtmfTones() {
        return enableDtmfTones;
    }

    public void setEnableDtmfTones(Boolean enableDtmfTones) {
        this.enableDtmfTones = enableDtmfTones;
    }

    public String getTranscriptionUrl() {
        return transcriptionUrl;
    }

    public void setTranscriptionUrl(String transcriptionUrl) {
        this.transcriptionUrl = transcriptionUrl;
    }

    public Boolean getStartTranscription() {
        return startTranscription;
    }

    public void setStartTranscription(Boolean startTranscription) {
        this.startTranscription = startTranscription;
    }

    public Boolean getEnableIntermediateResults() {
        return enableIntermediateResults;
    }

    public void setEnableIntermediateResults(Boolean enableIntermediateResults) {
        this.enableIntermediateResults = enableIntermediateResults;
    }
}
