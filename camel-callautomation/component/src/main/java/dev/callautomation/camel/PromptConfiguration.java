package dev.callautomation.camel;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

import dev.callautomation.camel.model.VoiceKind;

/** What is played or said, and how. */
@UriParams
public class PromptConfiguration extends StreamingConfiguration {

    @UriParam(
            label = "producer",
            description =
                    "What is said: by play, before recognize listens, or to a party on hold. One of text, file and ssml.")
    private String text;

    @UriParam(
            label = "producer",
            description =
                    "The recording to play: where the service fetches it, https only (http on this machine). One of text, file and ssml.")
    private String file;

    @UriParam(
            label = "producer",
            description = "What is said, in the Speech Synthesis Markup Language. One of text, file and ssml.")
    private String ssml;

    @UriParam(label = "producer", description = "The voice that says text, such as en-US-NancyNeural.")
    private String voice;

    @UriParam(label = "producer", description = "The kind of voice that says text if only its language is given.")
    private VoiceKind voiceKind;

    @UriParam(
            label = "producer",
            description = "The language of text, such as en-US; for transcriptions, the language that is spoken.")
    private String locale;

    @UriParam(label = "producer", description = "The custom voice that says text or ssml: its endpoint id.")
    private String customVoiceEndpointId;

    @UriParam(
            label = "producer",
            description =
                    "A name under which the service keeps what it has prepared of text, file or ssml, so that it does not prepare it again.")
    private String playSourceCacheId;

    @UriParam(label = "producer", description = "Whether play repeats until it is canceled.")
    private Boolean loop;

    @UriParam(
            label = "producer",
            description = "Whether play and recognize end what is being played, instead of waiting for it.")
    private Boolean interruptCallMediaOperation;

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getFile() {
        return file;
    }

    public void setFile(String file) {
        this.file = file;
    }

    public String getSsml() {
        return ssml;
    }

    public void setSsml(String ssml) {
        this.ssml = ssml;
    }

    public String getVoice() {
        return voice;
    }

    public void setVoice(String voice) {
        this.voice = voice;
    }

    public VoiceKind getVoiceKind() {
        return voiceKind;
    }

    public void setVoiceKind(VoiceKind voiceKind) {
        this.voiceKind = voiceKind;
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale;
    }

    public String getCustomVoiceEndpointId() {
        return customVoiceEndpointId;
    }

    public void setCustomVoiceEndpointId(String customVoiceEndpointId) {
        this.customVoiceEndpointId = customVoiceEndpointId;
    }

    public String getPlaySourceCacheId() {
        return playSourceCacheId;
    }

    public void setPlaySourceCacheId(String playSourceCacheId) {
        this.playSourceCacheId = playSourceCacheId;
    }

    public Boolean getLoop() {
        return loop;
    }

    public void setLoop(Boolean loop) {
        this.loop = loop;
    }

    public Boolean getInterruptCallMediaOperation() {
        return interruptCallMediaOperation;
    }

    public void setInterruptCallMediaOperation(Boolean interruptCallMediaOperation) {
        this.interruptCallMediaOperation = interruptCallMediaOperation;
    }
}
