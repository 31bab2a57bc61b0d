package dev.callautomation.camel.internal.operation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.function.Predicate;

import dev.callautomation.camel.internal.client.Loopback;
import dev.callautomation.camel.model.CallIntelligenceOptions;
import dev.callautomation.camel.model.DtmfOptions;
import dev.callautomation.camel.model.MediaStreamingOptions;
import dev.callautomation.camel.model.PlaySource;
import dev.callautomation.camel.model.RecognizeInputType;
import dev.callautomation.camel.model.RecognizeOptions;
import dev.callautomation.camel.model.TranscriptionOptions;

/**
 * Validates the media of requests by the rules of the service before they are sent. Each message names the option to change.
 *
 * <p>Limits: the constraints of the REST API, and the documentation of the operation for the silence before speech.
 */
final class MediaValidation {

    private static final int MIN_INTER_TONE = 1;
    private static final int MAX_INTER_TONE = 60;
    private static final int MAX_INITIAL_SILENCE = 300;
    private static final int MAX_INITIAL_SILENCE_BEFORE_SPEECH = 20;

    private MediaValidation() {}

    static void playSources(List<PlaySource> sources) {
        if (sources == null || sources.isEmpty()) {
            throw new IllegalArgumentException(
                    "no prompt to play; " + Inputs.TEXT.hint() + ", or the option file or ssml");
        }
        sources.forEach(MediaValidation::playSource);
    }

    /** @param source may be {@code null} */
    static void playSource(PlaySource source) {
        if (source == null) {
            return;
        }
        if (source.file() != null) {
            RequestValidation.present(source.file().uri(), "no URL of the audio file", Inputs.FILE);
            address(source.file().uri(), Loopback::isSecureOrLocal, "the audio file to play", Inputs.FILE);
        }
        if (source.text() != null) {
            RequestValidation.present(source.text().text(), "the text to speak is empty", Inputs.TEXT);
        }
        if (source.ssml() != null) {
            RequestValidation.present(source.ssml().ssmlText(), "the SSML to speak is empty", Inputs.SSML);
        }
    }

    static void recognition(RecognizeInputType type, RecognizeOptions options) {
        RequestValidation.present(
                options == null ? null : options.targetParticipant(), "no participant to listen to", Inputs.TARGET);
        if (type == null) {
            throw new IllegalArgumentException("no kind of input to recognize; set choices, maxTones or stopTones for"
                    + " tones, or endSilenceTimeout or speechLanguage for speech; or "
                    + Inputs.RECOGNIZE_INPUT_TYPE.hint());
        }
        if (type == RecognizeInputType.CHOICES) {
            RequestValidation.present(options.choices(), "no choices to recognize", Inputs.CHOICES);
        }
        int silence = type == RecognizeInputType.DTMF ? MAX_INITIAL_SILENCE : MAX_INITIAL_SILENCE_BEFORE_SPEECH;
        range(options.initialSilenceTimeoutInSeconds(), 0, silence, " seconds", Inputs.INITIAL_SILENCE_TIMEOUT);
        if (options.dtmfOptions() != null) {
            DtmfOptions dtmf = options.dtmfOptions();
            range(
                    dtmf.interToneTimeoutInSeconds(),
                    MIN_INTER_TONE,
                    MAX_INTER_TONE,
                    " seconds",
                    Inputs.INTER_TONE_TIMEOUT);
            range(dtmf.maxTonesToCollect(), 1, Integer.MAX_VALUE, "", Inputs.MAX_TONES);
        }
        if (options.speechOptions() != null) {
            range(
                    options.speechOptions().endSilenceTimeoutInMs(),
                    1,
                    Integer.MAX_VALUE,
                    " ms",
                    Inputs.END_SILENCE_TIMEOUT);
        }
    }

    private static void range(Number value, int from, int to, String unit, Input input) {
        if (value != null && (value.longValue() < from || value.longValue() > to)) {
            String range = to == Integer.MAX_VALUE ? "at least " + from : from + " to " + to;
            throw RequestValidation.invalid(input.option() + " must be " + range + unit, input);
        }
    }

    static void callIntelligence(CallIntelligenceOptions options) {
        if (options != null && options.cognitiveServicesEndpoint() != null) {
            address(
                    options.cognitiveServicesEndpoint(),
                    Loopback::isSecureOrLocal,
                    "the AI services resource",
                    Inputs.COGNITIVE_SERVICES_ENDPOINT);
        }
    }

    static void mediaStreaming(MediaStreamingOptions options) {
        if (options != null) {
            webSocket(options.transportUrl(), "the audio of the call", Inputs.MEDIA_STREAMING_URL);
        }
    }

    static void transcription(TranscriptionOptions options) {
        if (options != null) {
            webSocket(options.transportUrl(), "the transcript of the call", Inputs.TRANSCRIPTION_URL);
            RequestValidation.present(options.locale(), "no language to transcribe", Inputs.LOCALE);
        }
    }

    private static void webSocket(String url, String what, Input input) {
        RequestValidation.present(url, "no WebSocket URL for " + what, input);
        address(url, Loopback::isSecureOrLocalWebSocket, "the WebSocket for " + what, input);
    }

    /** The message does not contain the address, which may contain a secret. */
    private static void address(String text, Predicate<URI> allowed, String what, Input input) {
        try {
            URI uri = new URI(text);
            RequestValidation.withoutUser(uri, input);
            if (allowed.test(uri)) {
                return;
            }
        } catch (URISyntaxException e) {
            throw RequestValidation.invalid("the address of " + what + " is not a URI: " + e.getReason(), input);
        }
        throw RequestValidation.invalid(
                "the address of " + what + " is not secure, which only loopback addresses may be", input);
    }
}
