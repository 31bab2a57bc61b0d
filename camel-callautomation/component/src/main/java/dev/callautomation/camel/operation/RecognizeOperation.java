package dev.callautomation.camel.operation;

import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.camel.model.RecognizeInputType;
import dev.callautomation.camel.model.RecognizeRequest;

/**
 * Listens to a party. What is recognized follows from what is given, and the waiting times that are not given are those of
 * the official SDKs.
 */
final class RecognizeOperation extends PromptingOperation<RecognizeRequest> {

    private static final int INITIAL_SILENCE_SECONDS = 5;
    private static final int INTER_TONE_SECONDS = 2;
    private static final int END_SILENCE_MS = 2000;

    RecognizeOperation() {
        super(
                RecognizeRequest.class,
                ":recognize",
                Members.join(
                        Map.of(
                                Input.recognizeInputType, "recognizeInputType",
                                Input.interruptCallMediaOperation, "interruptCallMediaOperation",
                                Input.target, "recognizeOptions.targetParticipant",
                                Input.interruptPrompt, "recognizeOptions.interruptPrompt",
                                Input.initialSilenceTimeout, "recognizeOptions.initialSilenceTimeoutInSeconds",
                                Input.choices, "recognizeOptions.choices[]"),
                        Map.of(
                                Input.speechLanguage, "recognizeOptions.speechLanguage",
                                Input.speechModelEndpointId, "recognizeOptions.speechRecognitionModelEndpointId",
                                Input.endSilenceTimeout, "recognizeOptions.speechOptions.endSilenceTimeoutInMs",
                                Input.maxTones, "recognizeOptions.dtmfOptions.maxTonesToCollect",
                                Input.stopTones, "recognizeOptions.dtmfOptions.stopTones",
                                Input.interToneTimeout, "recognizeOptions.dtmfOptions.interToneTimeoutInSeconds")),
                "playPrompt",
                Completion.told("RecognizeCompleted", "RecognizeFailed", "RecognizeCanceled"));
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
            return RecognizeInputType.choices;
        }
        if (tones) {
            return speech ? RecognizeInputType.speechOrDtmf : RecognizeInputType.dtmf;
        }
        return speech || options.hasNonNull("speechLanguage") ? RecognizeInputType.speech : null;
    }

    @Override
    void check(RecognizeRequest request) {
        MediaCheck.recognition(request.recognizeInputType(), request.recognizeOptions());
        MediaCheck.playSource(request.playPrompt());
        if (request.playPrompts() != null) {
            request.playPrompts().forEach(MediaCheck::playSource);
        }
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }
}
