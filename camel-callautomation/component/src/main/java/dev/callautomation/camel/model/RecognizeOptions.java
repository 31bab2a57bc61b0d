package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Options of speech and DTMF recognition.
 *
 * @param interruptPrompt whether input interrupts the prompt; may be {@code null}
 * @param initialSilenceTimeoutInSeconds the time to wait for input to begin, 0 to 300 seconds, for speech and
 *     choices to 20; 5 if {@code null}
 * @param targetParticipant the participant whose input is recognized
 * @param speechLanguage the language that is spoken, such as {@code en-US}; may be {@code null}
 * @param speechRecognitionModelEndpointId a custom speech model; may be {@code null}
 * @param dtmfOptions options of DTMF recognition; may be {@code null}
 * @param choices the choices to recognize; may be {@code null}
 * @param speechOptions options of speech recognition; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecognizeOptions(
        @Nullable Boolean interruptPrompt,
        @Nullable Integer initialSilenceTimeoutInSeconds,
        CommunicationIdentifier targetParticipant,
        @Nullable String speechLanguage,
        @Nullable String speechRecognitionModelEndpointId,
        @Nullable DtmfOptions dtmfOptions,
        @Nullable List<RecognitionChoice> choices,
        @Nullable SpeechOptions speechOptions) {
    public RecognizeOptions {
        choices = Lists.copy(choices, "choices");
    }
}
