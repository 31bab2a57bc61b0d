package dev.callautomation.camel.operation;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.camel.model.PlayRequest;

/** Plays to those who are named, or to everybody. */
final class PlayOperation extends PromptingOperation<PlayRequest> {

    PlayOperation() {
        super(
                PlayRequest.class,
                ":play",
                Map.of(
                        Input.target, "playTo[]",
                        Input.loop, "playOptions.loop",
                        Input.interruptCallMediaOperation, "interruptCallMediaOperation"),
                "playSources[]",
                Completion.told("PlayCompleted", "PlayFailed", "PlayCanceled"));
    }

    @Override
    void complete(ObjectNode request, ObjectNode body) {
        Defaults.set(request, "playTo", List.of());
        Defaults.set(request, "playOptions.loop", false);
    }

    @Override
    void check(PlayRequest request) {
        MediaCheck.playSources(request.playSources());
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }
}
