package dev.callautomation.camel.internal.operation;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.model.RecognizeInputType;
import dev.callautomation.camel.model.RecognizeRequest;

/**
 * Recognizes the input of a participant. The kind of input follows from the options that are set; the defaults of timeouts
 * are those of the official SDKs.
 */
final class RecognizeOperation extends PromptingOperation<RecognizeRequest> {

    private static final Input INTERRUPT_PROMPT = Input.overridable("interruptPrompt");
    private static final Input SPEECH_LANGUAGE = Input.overridable("speechLanguage");
    private static final Input STOP_TONES = Input.overridable("stopTones");

    private static final int INITIAL_SILENCE_SECONDS = 5;
    private static final int INTER_TONE_SECONDS = 2;
    private static final int END_SILENCE_MS = 2000;

    RecognizeOperation() {
        super(
                RecognizeRequest.class,
                ":recognize",
                Members.join(
                        List.of(
                                Inputs.RECOGNIZE_INPUT_TYPE.fills("recognizeInputType"),
                                Inputs.INTERRUPT_CALL_MEDIA_OPERATION.fills("interruptCallMediaOperation"),
                                Inputs.TARGET.fills("recognizeOptions.targetParticipant"),
                                INTERRUPT_PROMPT.fills("recognizeOptions.interruptPrompt"),
                                Inputs.INITIAL_SILENCE_TIMEOUT.fills("recognizeOptions.initialSilenceTimeoutInSeconds"),
                                Inputs.CHOICES.fills("recognizeOptions.choices[]")),
                        List.of(
                                SPEECH_LANGUAGE.fills("recognizeOptions.speechLanguage"),
                                Inputs.SPEECH_MODEL_ENDPOINT_ID.fills(
                                        "recognizeOptions.speechRecognitionModelEndpointId"),
                                Inputs.END_SILENCE_TIMEOUT.fills(
                                        "recognizeOptions.speechOptions.endSilenceTimeoutInMs"),
                                Inputs.MAX_TONES.fills("recognizeOptions.dtmfOptions.maxTonesToCollect"),
                                STOP_TONES.fills("recognizeOptions.dtmfOptions.stopTones"),
                                Inputs.INTER_TONE_TIMEOUT.fills(
                                        "recognizeOptions.dtmfOptions.interToneTimeoutInSeconds"))),
                "playPrompt",
                CompletionRules.byOperationContext("RecognizeCompleted", "RecognizeFailed", "RecognizeCanceled"));
    }

    @Override
    void complete(ObjectNode request, ObjectNode body) {
        RecognizeInputType type = type(request.path("recognizeOptions"));
        if (type != null) {
            Defaults.set(request, "recognizeInputType", type);
        }
        Defaults.set(request, "recognizeOptions.initialSilenceTimeoutInSeconds", INITIAL_SILENCE_SECONDS);
        String chosen = request.path("recognizeInputType").asText().toLowerCase(Locale.ROOT);
        if (chosen.endsWith("dtmf")) {
            Defaults.set(request, "recognizeOptions.dtmfOptions.interToneTimeoutInSeconds", INTER_TONE_SECONDS);
        }
        if (chosen.startsWith("speech")) {
            Defaults.set(request, "recognizeOptions.speechOptions.endSilenceTimeoutInMs", END_SILENCE_MS);
        }
    }

    private static RecognizeInputType type(JsonNode options) {
        boolean tones = options.hasNonNull("dtmfOptions");
        boolean speech = options.hasNonNull("speechOptions");
        if (options.hasNonNull("choices")) {
            return RecognizeInputType.CHOICES;
        }
        if (tones) {
            return speech ? RecognizeInputType.SPEECH_OR_DTMF : RecognizeInputType.DTMF;
        }
        return speech || options.hasNonNull("speechLanguage") ? RecognizeInputType.SPEECH : null;
    }

    @Override
    void check(RecognizeRequest request) {
        MediaValidation.recognition(request.recognizeInputType(), request.recognizeOptions());
        MediaValidation.playSource(request.playPrompt());
        if (request.playPrompts() != null) {
            request.playPrompts().forEach(MediaValidation::playSource);
        }
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    /** The initial silence adds to the time for the prompt and the input. */
    @Override
    CompletionExpectation expectation(OperationInputs inputs, RecognizeRequest document) {
        Duration silence = Duration.ofSeconds(document.recognizeOptions().initialSilenceTimeoutInSeconds());
        return super.expectation(inputs, document).withTimeout(CompletionExpectation.DEFAULT_TIMEOUT.plus(silence));
    }
}
