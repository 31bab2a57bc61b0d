package dev.callautomation.camel.operation;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;

import dev.callautomation.camel.client.ApiResponse;
import dev.callautomation.camel.model.PlayRequest;

/** Plays to those who are named, or to everybody. */
final class PlayOperation extends MediaOperation<PlayRequest> {

    private static final Completion ENDS = Completion.told("PlayCompleted", "PlayFailed", "PlayCanceled");

    PlayOperation() {
        super(
                PlayRequest.class,
                ":play",
                Map.of(
                        Input.target, "playTo[]",
                        Input.loop, "playOptions.loop",
                        Input.interruptCallMediaOperation, "interruptCallMediaOperation"),
                "playSources[]");
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

    @Override
    public Completion completion() {
        return ENDS;
    }

    /** The service can only cancel all that is played and recognized in the call. */
    @Override
    public Future<ApiResponse> cancel(OperationInputs inputs, OperationResult result, CallService service) {
        return service.send(CancelAllMediaOperation.request(inputs));
    }

    @Override
    public boolean cancellable() {
        return true;
    }
}
