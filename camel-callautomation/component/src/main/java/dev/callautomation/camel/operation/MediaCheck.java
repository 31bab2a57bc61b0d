package dev.callautomation.camel.operation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.function.Predicate;

import dev.callautomation.camel.client.Loopback;
import dev.callautomation.camel.model.CallIntelligenceOptions;
import dev.callautomation.camel.model.DtmfOptions;
import dev.callautomation.camel.model.MediaStreamingOptions;
import dev.callautomation.camel.model.PlaySource;
import dev.callautomation.camel.model.RecognizeInputType;
import dev.callautomation.camel.model.RecognizeOptions;
import dev.callautomation.camel.model.TranscriptionOptions;

/**
 * The service's rules for media, checked before anything is sent. Every message names what to change.
 *
 * <p>Limits: the constraints of the REST API, and the documentation of the action for the silence before speech.
 */
final class MediaCheck {

    private static final int MIN_INTER_TONE = 1;
    private static final int MAX_INTER_TONE = 60;
    private static final int MAX_INITIAL_SILENCE = 300;
    private static final int MAX_INITIAL_SILENCE_BEFORE_SPEECH = 20;

    private MediaCheck() {}

    static void playSources(List<PlaySource> sources) {
        if (sources == null || sources.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing says what to play; " + Input.text.howToGive() + ", or file or ssml likewise");
        }
        sources.forEach(MediaCheck::playSource);
    }

    /** @param source may be {@code null} */
    static void playSource(PlaySource source) {
        if (source == null) {
            return;
        }
        if (source.file() != null) {
            Check.present(source.file().uri(), "nothing says where the recording is", Input.file);
            address(source.file().uri(), Loopback::isSecureOrLocal, "the recording to play", Input.file);
        }
        if (source.text() != null) {
            Check.present(source.text().text(), "the text to say is empty", Input.text);
        }
        if (source.ssml() != null) {
            Check.present(source.ssml().ssmlText(), "the SSML to say is empty", Input.ssml);
        }
    }

    static void recognition(RecognizeInputType type, RecognizeOptions options) {
        Check.present(
                options == null ? null : options.targetParticipant(), "nothing says who is listened to", Input.target);
        if (type == null) {
            throw new IllegalArgumentException("nothing says what to recognize; set choices, maxTones or stopTones for"
                    + " tones, or endSilenceTimeout or speechLanguage for speech; or "
                    + Input.recognizeInputType.howToGive());
        }
        if (type == RecognizeInputType.choices) {
            Check.present(options.choices(), "there is nothing to choose from", Input.choices);
        }
        int silence = type == RecognizeInputType.dtmf ? MAX_INITIAL_SILENCE : MAX_INITIAL_SILENCE_BEFORE_SPEECH;
        range(options.initialSilenceTimeoutInSeconds(), 0, silence, Input.initialSilenceTimeout);
        if (options.dtmfOptions() != null) {
            DtmfOptions dtmf = options.dtmfOptions();
            range(dtmf.interToneTimeoutInSeconds(), MIN_INTER_TONE, MAX_INTER_TONE, Input.interToneTimeout);
            range(dtmf.maxTonesToCollect(), 1, Integer.MAX_VALUE, Input.maxTones);
        }
        if (options.speechOptions() != null) {
            range(options.speechOptions().endSilenceTimeoutInMs(), 1, Integer.MAX_VALUE, Input.endSilenceTimeout);
        }
    }

    private static void range(Number value, int from, int to, Input input) {
        if (value != null && (value.longValue() < from || value.longValue() > to)) {
            throw Check.invalid(input + " is out of range", input);
        }
    }

    static void callIntelligence(CallIntelligenceOptions options) {
        if (options != null && options.cognitiveServicesEndpoint() != null) {
            address(
                    options.cognitiveServicesEndpoint(),
                    Loopback::isSecureOrLocal,
                    "the AI services resource",
                    Input.cognitiveServicesEndpoint);
        }
    }

    static void mediaStreaming(MediaStreamingOptions options) {
        if (options != null) {
            webSocket(options.transportUrl(), "the audio of the call", Input.mediaStreamingUrl);
        }
    }

    static void transcription(TranscriptionOptions options) {
        if (options != null) {
            webSocket(options.transportUrl(), "the transcript of the call", Input.transcriptionUrl);
            Check.present(options.locale(), "nothing says which language is transcribed", Input.locale);
        }
    }

    private static void webSocket(String url, String what, Input input) {
        Check.present(url, "nothing says where " + what + " goes", input);
        address(url, Loopback::isSecureOrLocalWebSocket, "the WebSocket for " + what, input);
    }

    /** Does not repeat the address, which may hold a secret. */
    private static void address(String text, Predicate<URI> allowed, String what, Input input) {
        try {
            if (allowed.test(new URI(text))) {
                return;
            }
        } catch (URISyntaxException e) {
            throw Check.invalid("the address of " + what + " is no URI: " + e.getReason(), input);
        }
        throw Check.invalid(
                "the address of " + what + " is not secure, as it must be unless it is on this machine", input);
    }
}
