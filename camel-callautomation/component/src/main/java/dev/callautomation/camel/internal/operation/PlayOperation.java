package dev.callautomation.camel.internal.operation;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.model.PlayRequest;

/** Plays prompts to participants, or to all parties of the call. */
final class PlayOperation extends PromptingOperation<PlayRequest> {

    private static final Input LOOP = Input.overridable("loop");

    PlayOperation() {
        super(
                PlayRequest.class,
                ":play",
                List.of(
                        Inputs.TARGET.fills("playTo[]"),
                        LOOP.fills("playOptions.loop"),
                        Inputs.INTERRUPT_CALL_MEDIA_OPERATION.fills("interruptCallMediaOperation")),
                "playSources[]",
                CompletionRules.byOperationContext("PlayCompleted", "PlayFailed", "PlayCanceled"));
    }

    @Override
    void complete(ObjectNode request, ObjectNode body) {
        Defaults.set(request, "playTo", List.of());
        Defaults.set(request, "playOptions.loop", false);
    }

    @Override
    void check(PlayRequest request) {
        MediaValidation.playSources(request.playSources());
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }
}
