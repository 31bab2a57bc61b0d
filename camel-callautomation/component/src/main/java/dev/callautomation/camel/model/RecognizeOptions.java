package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Whom to listen to, and for what.
 *
 * @param interruptPrompt whether the party can interrupt the prompt; may be {@code null}
 * @param initialSilenceTimeoutInSeconds how long to wait for the party to begin, 0 to 300 seconds, for speech and choices to 20; 5 if {@code null}
 * @param targetParticipant who is listened to
 * @param speechLanguage the language that is spoken, such as {@code en-US}; may be {@code null}
 * @param speechRecognitionModelEndpointId a custom speech model; may be {@code null}
 * @param dtmfOptions which tones end the recognition; may be {@code null}
 * @param choices what can be chosen; may be {@code null}
 * @param speechOptions when the party has said enough; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecognizeOptions(
        @Nullable Boolean interruptPrompt,
        @Nullable Integer initialSilenceTimeoutInSeconds,
        CommunicationIdentifier targetParticipant,
        @Nullable String speechLanguage,
        @Nullable String speechRecognitionModelEndpointId,
        @Nullable DtmfOptions dtmfOptions,
        @Nullable List<Choice> choices,
        @Nullable SpeechOptions speechOptions) {
    public RecognizeOptions {
        choices = Lists.copy(choices, "choices");
    }
}
