package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.model.StartMediaStreamingRequest;

final class StartMediaStreamingOperation extends MediaOperation<StartMediaStreamingRequest> {

    private static final CompletionRules ENDS =
            CompletionRules.byOperationContext("MediaStreamingStarted", "MediaStreamingFailed");

    StartMediaStreamingOperation() {
        super(StartMediaStreamingRequest.class, ":startMediaStreaming", List.of());
    }

    @Override
    void check(StartMediaStreamingRequest request) {
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    public CompletionRules completion() {
        return ENDS;
    }
}
