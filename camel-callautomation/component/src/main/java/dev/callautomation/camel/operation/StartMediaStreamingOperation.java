package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.StartMediaStreamingRequest;

final class StartMediaStreamingOperation extends MediaOperation<StartMediaStreamingRequest> {

    private static final Completion ENDS = Completion.told("MediaStreamingStarted", "MediaStreamingFailed");

    StartMediaStreamingOperation() {
        super(StartMediaStreamingRequest.class, ":startMediaStreaming", Map.of());
    }

    @Override
    void check(StartMediaStreamingRequest request) {
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    public Completion completion() {
        return ENDS;
    }
}
