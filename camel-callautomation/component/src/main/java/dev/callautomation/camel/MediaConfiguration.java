package dev.callautomation.camel;

import java.time.Duration;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

import dev.callautomation.camel.model.RecognizeInputType;

/** What is recognized, and which tones are sent. */
@UriParams
public class MediaConfiguration extends PromptConfiguration {

    @UriParam(
            label = "producer",
            description =
                    "What is recognized. Without it, what is given says so: choices, tones (maxTones, stopTones, interToneTimeout), speech (endSilenceTimeout, speechLanguage) or both of the latter.")
    private RecognizeInputType recognizeInputType;

    @UriParam(
            label = "producer",
            description =
                    "What can be chosen, with commas between the choices: each a label, what can be said with | between (the label if nothing is given), and a tone, as in sales:sales|buy:1,support::2.")
    private String choices;

    @UriParam(label = "producer", description = "How many tones are enough.")
    private Integer maxTones;

    @UriParam(label = "producer", description = "Tones that end the recognition, such as # or pound.")
    private String stopTones;

    @UriParam(
            label = "producer",
            description = "How long to wait for the next tone, 1 to 60 whole seconds. 2 seconds if it is not set.")
    private Duration interToneTimeout;

    @UriParam(
            label = "producer",
            description =
                    "How long to wait for the party to begin, 0 to 300 whole seconds, for speech and choices to 20. 5 seconds if it is not set.")
    private Duration initialSilenceTimeout;

    @UriParam(
            label = "producer",
            description = "How long the party must be silent after speaking. 2 seconds if it is not set.")
    private Duration endSilenceTimeout;

    @UriParam(label = "producer", description = "Whether the party can interrupt the prompt.")
    private Boolean interruptPrompt;

    @UriParam(label = "producer", description = "The language that the party speaks, such as en-US.")
    private String speechLanguage;

    @UriParam(
            label = "producer",
            description = "A custom model for recognizing or transcribing speech: its endpoint id.")
    private String speechModelEndpointId;

    @UriParam(
            label = "producer",
            description =
                    "The tones to send, as they are dialled, 1234#, or by name with commas between them, one,two,pound.")
    private String tones;

    public RecognizeInputType getRecognizeInputType() {
        return recognizeInputType;
    }

    public void setRecognizeInputType(RecognizeInputType recognizeInputType) {
        this.recognizeInputType = recognizeInputType;
    }

    public String getChoices() {
        return choices;
    }

    public void setChoices(String choices) {
        this.choices = choices;
    }

    public Integer getMaxTones() {
        return maxTones;
    }

    public void setMaxTones(Integer maxTones) {
        this.maxTones = maxTones;
    }

    public String getStopTones() {
        return stopTones;
    }

    public void setStopTones(String stopTones) {
        this.stopTones = stopTones;
    }

    public Duration getInterToneTimeout() {
        return interToneTimeout;
    }

    public void setInterToneTimeout(Duration interToneTimeout) {
        this.interToneTimeout = interToneTimeout;
    }

    public Duration getInitialSilenceTimeout() {
        return initialSilenceTimeout;
    }

    public void setInitialSilenceTimeout(Duration initialSilenceTimeout) {
        this.initialSilenceTimeout = initialSilenceTimeout;
    }

    public Duration getEndSilenceTimeout() {
        return endSilenceTimeout;
    }

    public void setEndSilenceTimeout(Duration endSilenceTimeout) {
        this.endSilenceTimeout = endSilenceTimeout;
    }

    public Boolean getInterruptPrompt() {
        return interruptPrompt;
    }

    public void setInterruptPrompt(Boolean interruptPrompt) {
        this.interruptPrompt = interruptPrompt;
    }

    public String getSpeechLanguage() {
        return speechLanguage;
    }

    public void setSpeechLanguage(String speechLanguage) {
        this.speechLanguage = speechLanguage;
    }

    public String getSpeechModelEndpointId() {
        return speechModelEndpointId;
    }

    public void setSpeechModelEndpointId(String speechModelEndpointId) {
        this.speechModelEndpointId = speechModelEndpointId;
    }

    public String getTones() {
        return tones;
    }

    public void setTones(String tones) {
        this.tones = tones;
    }
}
